using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>How long a client should wait at least, per command (RFC 5321 §4.5.3.2).</summary>
public static class Timeouts
{
    /// <summary>A row: how long to wait for the reply to one command.</summary>
    /// <param name="Verb">The command or step.</param>
    /// <param name="Wait">The least time a client SHOULD wait.</param>
    /// <param name="Reference">The section that says so.</param>
    public sealed record Row(Verb Verb, TimeSpan Wait, string Reference);

    static readonly Row[] Table =
    [
        new(Verb.Connection, TimeSpan.FromMinutes(5), "RFC 5321 §4.5.3.2.1"),
        new(Verb.Mail,       TimeSpan.FromMinutes(5), "RFC 5321 §4.5.3.2.2"),
        new(Verb.Rcpt,       TimeSpan.FromMinutes(5), "RFC 5321 §4.5.3.2.3"),
        new(Verb.Data,       TimeSpan.FromMinutes(2), "RFC 5321 §4.5.3.2.4"),
        new(Verb.EndOfData,  TimeSpan.FromMinutes(10), "RFC 5321 §4.5.3.2.6"),
    ];

    /// <summary>The RFC's rows, in its order.</summary>
    public static IReadOnlyList<Row> Rows => Table;

    /// <summary>For the commands of which the RFC says nothing: ours, after its MAIL and RCPT.</summary>
    public static TimeSpan Other { get; } = TimeSpan.FromMinutes(5);

    /// <summary>For the completion of each send of a block of the message (RFC 5321 §4.5.3.2.5).</summary>
    public static TimeSpan DataBlock { get; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a server should wait at least for the next command (RFC 5321 §4.5.3.2.7).</summary>
    public static TimeSpan Server { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait for the reply to a command or step.</summary>
    public static TimeSpan For(Verb verb) => verb switch
    {
        // The last chunk ends the message as the dot does (RFC 3030 §2); whether a chunk is the last, the verb
        // alone does not say.
        Verb.Bdat or Verb.Burl => For(Verb.EndOfData),
        _ => Array.Find(Table, row => row.Verb == verb)?.Wait ?? Other,
    };
}
