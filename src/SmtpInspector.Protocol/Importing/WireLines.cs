using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>Makes events of what a recording tells: gives every line the ending it had, or the one it should have had.</summary>
static class WireLines
{
    /// <summary>The events.</summary>
    /// <param name="happenings">What the recording tells.</param>
    /// <param name="shown">Whose lines can show a CR.</param>
    public static IEnumerable<ConversationEvent> EventsOf(IReadOnlyList<Happening> happenings, ShownEndings shown)
    {
        var clientShows = Shows(happenings, shown, Direction.Client);
        var serverShows = Shows(happenings, shown, Direction.Server);
        foreach (var happening in happenings)
        {
            yield return happening switch
            {
                Happening.Event other => other.Value,
                Happening.Octets octets => Line(octets.At, octets.Direction, octets.Value),
                Happening.Line line => Line(
                    line.At,
                    line.Direction,
                    WithEnding(line, (line.Direction == Direction.Client ? clientShows : serverShows) && line.HasReturn == false)),
                _ => throw new ArgumentOutOfRangeException(nameof(happenings)),
            };
        }
    }

    /// <summary>
    /// Whether the endings of a side are known. Where not one line of it has a CR, the recording has lost them all:
    /// a whole conversation in bare LFs is rarer than an editor.
    /// </summary>
    public static bool Shows(IReadOnlyList<Happening> happenings, ShownEndings shown, Direction direction)
    {
        var (lines, octets) = (false, false);
        foreach (var happening in happenings)
        {
            switch (happening)
            {
                case Happening.Octets exact when exact.Direction == direction:
                    octets = true;
                    break;
                case Happening.Line { HasReturn: true } line when line.Direction == direction:
                    return shown == ShownEndings.Both || (shown == ShownEndings.Server && direction == Direction.Server);
                case Happening.Line line when line.Direction == direction:
                    lines = true;
                    break;
            }
        }

        return octets && !lines;
    }

    static byte[] WithEnding(Happening.Line line, bool isBareLf) =>
        isBareLf ? [.. line.Content.Span, (byte)'\n'] : [.. line.Content.Span, (byte)'\r', (byte)'\n'];

    static ConversationEvent.Line Line(TimeSpan? at, Direction direction, ReadOnlyMemory<byte> octets) =>
        new(at, new WireLine(direction, 0, octets));
}
