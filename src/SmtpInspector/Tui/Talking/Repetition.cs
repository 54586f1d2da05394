using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Talking;

/// <summary>What of a conversation can be said again on another connection.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="StopsAt">Why it ends before the end; null where it does not.</param>
sealed record Repetition(IReadOnlyList<Outgoing> Lines, string? StopsAt)
{
    /// <summary>What the user said, up to a credential, to the end of a message, and to QUIT.</summary>
    public static Repetition Of(Transcript.Conversation conversation)
    {
        var lines = new List<Outgoing>();
        for (var i = 0; i < conversation.Count; i++)
        {
            var item = conversation[i];
            if (item.Own)
            {
                continue;
            }

            switch (item)
            {
                case { Entry: Entry.Command { Secrets.Count: > 0 } }:
                    return new Repetition(lines, "Repeated up to the credential, which was not kept: type it once more.");
                case { Entry: Entry.Command { Verb: Protocol.Grammar.Verb.Quit } }:
                    return new Repetition(lines, null);
                case { Kind: ItemKind.Content }:
                    lines.AddRange(item.Lines.Where(line => line.Wire.Content.Span is not [(byte)'.']).Select(Content));
                    return new Repetition(lines, "Repeated up to the end of the message: type the dot to send it again. The server may have taken it already.");
                case { Kind: ItemKind.Command }:
                    lines.AddRange(item.Lines.Select(Command));
                    break;
            }
        }

        return new Repetition(lines, null);
    }

    static Outgoing Command(ShownLine line) => line.Wire.Ending == LineEnding.CrLf
        ? new Outgoing(line.Wire.Content) : new Outgoing(line.Wire.Bytes, LineMode.Manner.Exactly);

    // Stuffed once more on its way out.
    static Outgoing Content(ShownLine line) => new(line.Wire.Content.Span is [(byte)'.', ..] ? line.Wire.Content[1..] : line.Wire.Content);
}
