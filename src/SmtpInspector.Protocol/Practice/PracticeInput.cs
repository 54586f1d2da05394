using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Protocol.Practice;

/// <summary>One line of the client's, taken apart as far as the table's conditions need it.</summary>
sealed record PracticeInput(Verb Verb, string Argument)
{
    /// <summary>The argument of MAIL or RCPT; null where it has not that form.</summary>
    public EnvelopeArgument? Envelope { get; private init; }

    /// <summary>The mechanism AUTH names, in upper case.</summary>
    public string Mechanism { get; private init; } = "";

    /// <summary>Whether a step of AUTH was answered with <c>*</c>.</summary>
    public bool IsCancel { get; private init; }

    /// <summary>AUTH's initial response or the answer to a challenge, decoded; null where there is none or it is not base64.</summary>
    public byte[]? Response { get; private init; }

    /// <summary>Whether an initial response or an answer was given at all.</summary>
    public bool HasResponse { get; private init; }

    /// <summary>The chunk BDAT announces; null where its argument is not understood.</summary>
    public (long Octets, bool IsLast)? Chunk { get; private init; }

    /// <summary>What the grammar has against the line, in a sentence; null where it has nothing, or was not asked.</summary>
    public string? SyntaxError { get; private init; }

    /// <summary>The same, judged by the grammar.</summary>
    public PracticeInput Judged(ReadOnlySpan<byte> content)
    {
        var findings = new List<Finding>();
        CommandParser.Parse(content.ToArray(), findings);
        return this with { SyntaxError = findings.FirstOrDefault(finding => finding.Severity == Severity.Error)?.Message };
    }

    /// <summary>Takes a command apart.</summary>
    /// <param name="content">The line without its ending.</param>
    /// <param name="lenientPaths">See <see cref="EnvelopeArgument.Parse"/>.</param>
    public static PracticeInput OfCommand(ReadOnlySpan<byte> content, bool lenientPaths)
    {
        var verb = Verbs.Of(content);

        // Latin-1 keeps every octet as one character; white space at the end is tolerated (RFC 5321 §4.1.1).
        var argument = Encoding.Latin1.GetString(content[Verbs.WordOf(content).Length..]).Trim(' ', '\t');
        var input = new PracticeInput(verb, argument);
        return verb switch
        {
            Verb.Mail => input with { Envelope = EnvelopeArgument.Parse(argument, "FROM:", lenientPaths) },
            Verb.Rcpt => input with { Envelope = EnvelopeArgument.Parse(argument, "TO:", lenientPaths) },
            Verb.Auth => OfAuth(input),
            Verb.Bdat => input with { Chunk = ChunkIn(argument) },
            _ => input,
        };
    }

    /// <summary>Takes the answer to a challenge apart.</summary>
    public static PracticeInput OfAnswer(ReadOnlySpan<byte> content) =>
        content.SequenceEqual("*"u8)
            ? new(Verb.Auth, "") { IsCancel = true }
            : new(Verb.Auth, "") { HasResponse = true, Response = Base64Text.TryDecode(content, out var response) ? response : null };

    // RFC 3030 §2: a count in decimal digits, then LAST or nothing.
    static (long Octets, bool IsLast)? ChunkIn(string argument) =>
        argument.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ Length: <= 12 } count, .. { Length: <= 1 } last]
        && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var octets)
        && (last is [] || last[0].Equals("LAST", StringComparison.OrdinalIgnoreCase))
            ? (octets, last is not [])
            : null;

    static PracticeInput OfAuth(PracticeInput input)
    {
        var words = input.Argument.Split(' ', 2, StringSplitOptions.TrimEntries);
        input = input with { Mechanism = words[0].ToUpperInvariant() };
        return words switch
        {
            [_] => input,

            // RFC 4954 §4: a single equals sign is an initial response of no octets.
            [_, "="] => input with { HasResponse = true, Response = [] },
            [_, var text] => input with
            {
                HasResponse = true,
                Response = Base64Text.TryDecode(Encoding.Latin1.GetBytes(text), out var response) ? response : null,
            },
            _ => input,
        };
    }
}
