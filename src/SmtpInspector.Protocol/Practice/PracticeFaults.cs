using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>The faults every profile knows, and how a conversation asks for one.</summary>
public static class PracticeFaults
{
    /// <summary>
    /// <c>NAME@fault.example</c> as sender, recipient or user name asks for the fault NAME, <c>EHLO NAME.fault.example</c> for one
    /// that comes before those. The name is reserved for documentation (RFC 2606 §3), so no real mail can mean it.
    /// </summary>
    public const string Domain = "fault.example";

    /// <summary>Faults that are nobody's in particular; a profile adds the replies of its own service.</summary>
    public static IReadOnlyList<PracticeFault> Common { get; } =
    [
        new("greylisting", Verb.Rcpt, "450 Greylisted, please try again later", "the first attempt for a recipient is put off, the second is taken", Times: 1),
        new("no-such-user", Verb.Rcpt, "550 No such user here", "the recipient is refused for good"),
        new("moved", Verb.Rcpt, "251 User not local; will forward", "the recipient is taken, with the other code of success"),
        new("slow", Verb.EndOfData, null, "the verdict on the message takes three seconds", Delay: TimeSpan.FromSeconds(3)),
        new("shutdown", Verb.Data, "421 Service closing transmission channel", "the server goes away at DATA, and says so", Closes: true),
        new("disconnect", Verb.EndOfData, null, "the connection is closed after the dot without a word: was the message taken?", Closes: true),
    ];

    /// <summary>The fault an address or EHLO name asks for; null where it asks for none.</summary>
    /// <param name="among">The faults to look among.</param>
    /// <param name="text"><c>NAME@fault.example</c> or <c>NAME.fault.example</c>, a <c>+label</c> after NAME aside.</param>
    public static PracticeFault? AskedForBy(IReadOnlyList<PracticeFault> among, string text)
    {
        ArgumentNullException.ThrowIfNull(among);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Domain.Length + 1
            || !text.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)
            || text[^(Domain.Length + 1)] is not ('@' or '.'))
        {
            return null;
        }

        var name = text[..^(Domain.Length + 1)].Split('+')[0];
        return among.FirstOrDefault(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
