using System.Globalization;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>When an extension stands in the reply to EHLO.</summary>
public enum OfferedWhen
{
    Always,
    BeforeTls,
    InsideTls,
}

/// <summary>A line of the reply to EHLO, after the first.</summary>
public sealed record OfferedExtension(string Line, OfferedWhen When = OfferedWhen.Always);

/// <summary>A mechanism, the challenge it opens with, and what the answer to that is taken for.</summary>
public sealed record OfferedMechanism(string Name, PracticeReply Challenge, PracticeMode Answer);

/// <summary>
/// A server to practise on, as tables. In every text <c>{host}</c>, <c>{id}</c>, <c>{tag}</c>, <c>{connection}</c>, <c>{session}</c>,
/// <c>{region}</c>, <c>{REGION}</c>, <c>{time}</c>, <c>{unix}</c>, <c>{user}</c>, <c>{name}</c>, <c>{sender}</c>, <c>{address}</c>,
/// <c>{argument}</c>, <c>{parameter}</c>, <c>{octets}</c>, <c>{fault}</c> and <c>{identities}</c> stand for what they say.
/// </summary>
public sealed record PracticeProfile
{
    /// <summary>The name in <c>practice:NAME</c> and <c>serve NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line for <c>serve --list</c>.</summary>
    public required string Explanation { get; init; }

    /// <summary>What there is to learn from it: a sentence.</summary>
    public required string Teaches { get; init; }

    /// <summary>Where its replies come from: sentences.</summary>
    public required string Source { get; init; }

    /// <summary>The name the server gives itself.</summary>
    public required string Host { get; init; }

    /// <summary>The reply to EHLO after its first line, in order.</summary>
    public required IReadOnlyList<OfferedExtension> Extensions { get; init; }

    public required IReadOnlyList<OfferedMechanism> Mechanisms { get; init; }

    /// <summary>The ESMTP parameters MAIL takes.</summary>
    public required IReadOnlyList<string> MailParameters { get; init; }

    /// <summary>The ESMTP parameters RCPT takes.</summary>
    public IReadOnlyList<string> RcptParameters { get; init; } = [];

    /// <summary>State and verb → answer. A verb without a row is answered as <see cref="Verb.Unknown"/>.</summary>
    public required IReadOnlyList<PracticeRow> Rows { get; init; }

    /// <summary>The faults of this service, besides <see cref="PracticeFaults.Common"/>; one of the same name stands for the common one.</summary>
    public required IReadOnlyList<PracticeFault> Faults { get; init; }

    /// <summary>Sent unasked when the client was silent too long; the connection is closed then.</summary>
    public required PracticeReply IdleTimeout { get; init; }

    /// <summary>Instead of the greeting, when there are too many connections.</summary>
    public required PracticeReply TooManyConnections { get; init; }

    /// <summary>When the server is being stopped (RFC 5321 §3.8).</summary>
    public required PracticeReply ShuttingDown { get; init; }

    /// <summary>When the client has made <see cref="ErrorLimit"/> errors; the connection is closed then.</summary>
    public required PracticeReply TooManyErrors { get; init; }

    /// <summary>To a command that ends in a bare LF.</summary>
    public required PracticeReply BareLineFeed { get; init; }

    /// <summary>To a line over the limit.</summary>
    public required PracticeReply LineTooLong { get; init; }

    /// <summary>When content has no end at all; the connection is closed then.</summary>
    public required PracticeReply ContentEndless { get; init; }

    /// <summary>Whether <see cref="PracticeCondition.CommandSyntax"/> is looked at: every line is judged by the grammar then.</summary>
    public bool JudgesSyntax { get; init; }

    /// <summary>Whether MAIL and RCPT are taken with a space after the colon and without angle brackets.</summary>
    public required bool LenientPaths { get; init; }

    /// <summary>The account's user name; null for one in the shape of an AWS access key.</summary>
    public string? UserName { get; init; }

    /// <summary>What it takes mail from and to: the end of a sentence that begins with "it"; <c>{verified}</c> and <c>{user}</c> in it.</summary>
    public required string Takes { get; init; }

    /// <summary>The same with its placeholders filled from the profile.</summary>
    public string TakesInWords => Takes
        .Replace("{verified}", string.Join(", ", Verified), StringComparison.Ordinal)
        .Replace("{user}", UserName, StringComparison.Ordinal);

    /// <summary>The shape of a message's identifier: <c>h</c> and <c>H</c> are hexadecimal digits, all else is as it is.</summary>
    public required string IdShape { get; init; }

    /// <summary>Who may be written from and to, unless the user says otherwise.</summary>
    public required IReadOnlyList<string> Verified { get; init; }

    /// <summary>The largest message, in octets (RFC 1870 §3).</summary>
    public required int MessageLimit { get; init; }

    /// <summary>The most recipients of one message.</summary>
    public required int RecipientLimit { get; init; }

    /// <summary>How long a client may be silent.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>The longest command with its line ending, in octets; more than RFC 5321 §4.5.3.1.4's 512, for extensions.</summary>
    public int CommandLineLimit { get; init; } = 2048;

    /// <summary>The longest line of an AUTH exchange, in octets (RFC 4954 §4).</summary>
    public int AuthLineLimit { get; init; } = 12288;

    /// <summary>How many recipients are held at all; RFC 5321 §4.5.3.1.8 wants 100 at least.</summary>
    public int RecipientsHeld { get; init; } = 100;

    /// <summary>How many errors a client may make.</summary>
    public int ErrorLimit { get; init; } = 25;

    /// <summary>The faults there are: the service's own, then those of every profile.</summary>
    public IEnumerable<PracticeFault> AllFaults =>
        Faults.Concat(PracticeFaults.Common.Where(common => !Faults.Any(own => own.Name == common.Name)));

    /// <summary>Whether replies bear enhanced status codes (RFC 2034 §3).</summary>
    public bool HasEnhancedCodes => Extensions.Any(extension => extension.Line == "ENHANCEDSTATUSCODES");

    /// <summary>A fault by its name; null where there is none of that name.</summary>
    public PracticeFault? FindFault(string name) =>
        AllFaults.FirstOrDefault(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether BDAT is understood (RFC 3030 §2).</summary>
    public bool HasChunking => Extensions.Any(extension => extension.Line == "CHUNKING");

    /// <summary>Whether STARTTLS is offered on the port without TLS.</summary>
    public bool HasStartTls => Extensions.Any(extension => extension.Line == "STARTTLS");

    /// <summary>The same, but STARTTLS is neither offered nor known.</summary>
    internal PracticeProfile WithoutStartTls() => this with
    {
        Extensions = [.. Extensions.Where(extension => extension.Line != "STARTTLS")],
        Rows = [.. Rows.Where(row => row.Verb != Verb.StartTls)],
    };

    /// <summary>The same, for messages of so many octets, which EHLO says (RFC 1870 §4).</summary>
    internal PracticeProfile WithMessageLimit(int octets) => this with
    {
        MessageLimit = octets,
        Extensions = [.. Extensions.Select(extension => extension.Line.StartsWith("SIZE", StringComparison.Ordinal)
            ? extension with { Line = string.Create(CultureInfo.InvariantCulture, $"SIZE {octets}") }
            : extension)],
    };
}
