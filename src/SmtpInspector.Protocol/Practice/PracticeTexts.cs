using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Practice;

/// <summary>Fills the placeholders of a profile's texts for one conversation.</summary>
sealed class PracticeTexts(PracticeSettings settings, PracticeRandom random)
{
    const string UpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const string AnyCase = UpperCase + "abcdefghijklmnopqrstuvwxyz";
    const string Hexadecimal = "0123456789abcdef";
    const string UpperHexadecimal = "0123456789ABCDEF";

    /// <summary>RFC 5321 §4.5.3.1.5: a reply line is of at most 512 octets, code and line ending with it.</summary>
    const int LongestText = 512 - 6;

    readonly string _tag = random.Text(9, UpperCase);
    readonly string _connection = random.Text(20, AnyCase);
    readonly string _session = $"{random.Text(13, Hexadecimal)}-{random.Text(6, Hexadecimal)}";
    string _id = "";

    /// <summary>A new identifier in the shape of the service's, for the next <c>{id}</c>.</summary>
    public string NextMessageId() => _id = string.Concat(settings.Profile.IdShape.Select(letter => letter switch
    {
        'h' => random.Text(1, Hexadecimal),
        'H' => random.Text(1, UpperHexadecimal),
        _ => letter.ToString(),
    }));

    /// <summary>The reply with every placeholder replaced.</summary>
    /// <param name="reply">The reply as in the table.</param>
    /// <param name="state">What the server knows.</param>
    /// <param name="input">The line answered; null where none is.</param>
    public PracticeReply Fill(PracticeReply reply, PracticeState state, PracticeInput? input) =>
        reply.Filled(text => text.Contains('{', StringComparison.Ordinal) ? Fill(text, state, input) : text);

    string Fill(string text, PracticeState state, PracticeInput? input)
    {
        // In one pass, so that nothing the client said is taken for a placeholder.
        var filled = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            filled.Append(rest[..open]);
            filled.Append(Value(rest.Slice(open + 1, length - 1), state, input));
            rest = rest[(open + length + 1)..];
        }

        filled.Append(rest);
        return filled.Length <= LongestText ? filled.ToString() : filled.ToString(0, LongestText - 3) + "...";
    }

    string Value(ReadOnlySpan<char> name, PracticeState state, PracticeInput? input) => name switch
    {
        "host" => settings.Profile.Host,
        "tag" => _tag,
        "connection" => _connection,
        "session" => _session,
        "id" => _id,
        "region" => settings.Region,
        "REGION" => settings.Region.ToUpperInvariant(),
        "time" => settings.Now().ToString("ddd, d MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        "unix" => settings.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        "user" => settings.Credentials.UserName,
        "name" => Printable(state.ClientName),
        "sender" => Printable(state.ReversePath),
        "address" => Printable(input?.Envelope?.Address),
        "argument" => Printable(input?.Argument),
        "parameter" => Printable(PracticeConditions.UnknownParameter(input, settings.Profile)),
        "octets" => state.ContentOctets.ToString(CultureInfo.InvariantCulture),
        "fault" => Printable(input?.SyntaxError),
        "identities" => Identities(state),
        _ => throw new FormatException($"there is no placeholder {name}"),
    };

    string Identities(PracticeState state) =>
        state.ReversePath is null
            ? ""
            : string.Join(", ", PracticeConditions.Unverified(state, settings.Verified).Select(identity => identity.Length == 0 ? "<>" : identity));

    // RFC 5321 §4.2: a reply holds printable ASCII and tab; what a client says may hold anything.
    static string Printable(string? text) => text is null ? "" : string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
}
