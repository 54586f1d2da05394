using System.Globalization;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Terminal.Text;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Show;

/// <summary>Prints what there is to say about an entry, under the lines it is about.</summary>
static class PlacePrinter
{
    // Content can be long: its first lines tell which it is, and a person has the file.
    const int MostLines = 12;

    /// <summary>The lines to print, without their endings and without anything of the peer's that a terminal would obey.</summary>
    /// <param name="place">The entry.</param>
    /// <param name="line">The line of the file that is meant; 0 for the entry as a whole.</param>
    /// <param name="width">The columns.</param>
    public static IEnumerable<string> Lines(TranscriptPlace place, int line, int width)
    {
        foreach (var quoted in Quoted(place, line).Take(MostLines))
        {
            yield return quoted;
        }

        yield return "";
        foreach (var text in PlaceText.Render(place.Explain(line), width, text => Safe.FromText(text).ToString()))
        {
            yield return text;
        }
    }

    static IEnumerable<string> Quoted(TranscriptPlace place, int line)
    {
        var number = place.Lines is [] ? "" : string.Create(CultureInfo.InvariantCulture, $"line {(line > 0 ? line : place.Lines[0])}");
        return place.Entry switch
        {
            Entry.Command command => [Headed(number, "C: " + Visible(command.RedactedContent))],
            Entry.Reply reply => Replied(reply, number, line > 0 && place.Lines.Count == reply.Value.Lines.Count ? place.Lines.ToList().IndexOf(line) : -1),
            Entry.Injected injected => [Headed(number, "S: " + Visible(injected.RedactedContent))],
            Entry.Data data => [Headed(number, string.Create(CultureInfo.InvariantCulture, $"C: {data.Lines} lines of content"))],
            _ => [Headed(number, "*")],
        };
    }

    static IEnumerable<string> Replied(Entry.Reply reply, string number, int only)
    {
        var index = 0;
        foreach (var text in reply.RedactedTexts())
        {
            var line = reply.Value.Lines[index];
            if (only < 0 || only == index)
            {
                yield return Headed(index == 0 || only == index ? number : "", "S: " + (line.Code is { } code ? $"{code:000}{(line.IsLast ? ' ' : '-')}" : "") + Visible(text));
            }

            index++;
        }
    }

    static string Headed(string number, string text) => number.Length == 0 ? text : $"{text}   ({number})";

    static string Visible(ReadOnlyMemory<byte> octets) => Safe.FromBytes(octets.Span).ToString();
}
