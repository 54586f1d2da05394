using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.LineMode;

/// <summary>What happened beside the lines of a conversation, in words.</summary>
static class EventText
{
    /// <summary>The words, a line each; null for what stands in the lines themselves.</summary>
    public static string? Of(Entry entry) => entry switch
    {
        Entry.Connecting e => Invariant($"connecting to {e.Host}{(e.Port == 0 ? "" : $" port {e.Port}")}"),
        Entry.Connected e => Invariant($"connected to {e.Address}{(e.Port == 0 ? "" : $" port {e.Port}")}"),
        Entry.Tls e => Of(e.Session),
        Entry.Note e => e.Text,
        Entry.Injected e => $"plaintext before the handshake, not believed: {Safe.FromBytes(e.RedactedContent.Span)}",
        Entry.Closed e => $"closed by the {(e.By == Direction.Client ? "client" : "server")}{(e.Clean ? "" : ", not after QUIT")}",
        Entry.Failed e => e.Message,
        Entry.Steered e => Of(e),
        _ => null,
    };

    static string Of(Entry.Steered steered) => steered.Kind switch
    {
        SteeringKind.Wait => Invariant($"wait {steered.Duration.TotalSeconds:0.###} s"),
        SteeringKind.NoWait => "no-wait: the reply to the next line is not awaited",
        SteeringKind.HalfClose => "half-close: nothing more is sent",
        SteeringKind.Close => "close",
    };

    static string Of(TlsSession session)
    {
        var text = new StringBuilder();
        text.Append(session.Protocol).Append(session.Cipher.Length > 0 ? ", " : "").Append(session.Cipher).Append(session.Verified switch
        {
            true => ", certificate verified",
            false => ", certificate NOT verified",
            null => "",
        });
        foreach (var problem in session.Problems)
        {
            text.Append('\n').Append(problem);
        }

        if (session.Certificates is [var leaf, ..])
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"certificate {leaf.Subject}{(leaf.Issuer.Length > 0 ? $", issued by {leaf.Issuer}" : "")}");
            if (leaf.NotAfter is { } until)
            {
                text.Append(CultureInfo.InvariantCulture, $", valid until {until:yyyy-MM-dd}");
            }
        }

        return text.ToString();
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
