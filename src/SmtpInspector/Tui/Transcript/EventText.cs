using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tui.Transcript;

/// <summary>What is no line of the conversation, in words.</summary>
static class EventText
{
    /// <summary>One or more lines of text for an event.</summary>
    public static string Of(Entry entry, SafeForm form) => entry switch
    {
        Entry.Connecting e => FormattableString.Invariant($"connecting to {e.Host}{(e.Port == 0 ? "" : $" port {e.Port}")}"),
        Entry.Connected e => FormattableString.Invariant($"connected to {e.Address}{(e.Port == 0 ? "" : $" port {e.Port}")}"),
        Entry.Note e => e.Text,
        Entry.Injected e => $"plaintext before the handshake, not believed: {Safe.FromBytes(e.Wire.Content.Span, form)}",
        Entry.Closed e => $"closed by the {(e.By == Direction.Client ? "client" : "server")}{(e.Clean ? "" : ", not after QUIT")}",
        Entry.Failed e => e.Message,
        Entry.Steered e => e.Kind switch
        {
            SteeringKind.Wait => FormattableString.Invariant($"wait {e.Duration.TotalSeconds:0.###} s"),
            SteeringKind.NoWait => "the reply to the next line is not awaited",
            SteeringKind.HalfClose => "half-close: nothing more is sent",
            SteeringKind.Close => "close",
        },
        _ => "",
    };
}
