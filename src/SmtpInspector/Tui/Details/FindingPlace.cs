using SmtpInspector.Protocol.Findings;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The octets a finding is about, in their line, pointed at from below.</summary>
static class FindingPlace
{
    const int Indent = 2;

    // Octets before and behind: enough to recognise the place.
    const int Around = 24;

    public static void Write(DetailWriter writer, TranscriptItem item, Finding finding, bool keepSecrets)
    {
        if (HexMarks.PlaceOf(item, finding) is not { } place || writer.Width < Around)
        {
            return;
        }

        ReadOnlySpan<byte> octets = Masked(item.Lines[place.Line], keepSecrets);
        var start = Math.Min(place.Start, octets.Length);
        var end = Math.Clamp(place.End, start, octets.Length);
        var room = writer.Width - Indent;
        var from = Whole(octets, Math.Max(0, start - Math.Min(Around, room / 3)), -1);
        if (end > start)
        {
            (start, end) = (Whole(octets, start, -1), Whole(octets, end, 1));
        }

        var (before, at, behind) = (writer.Look.Show(octets[from..start]), writer.Look.Show(octets[start..end]), writer.Look.Show(octets[end..Math.Min(octets.Length, end + room)]));
        if (from > 0)
        {
            before = ".." + before;
        }

        var width = writer.Look.Width;
        var column = width.Of(before);
        if (column >= room)
        {
            return;
        }

        var style = writer.Look.Of(finding.Severity);
        writer.Fitting([new string(' ', Indent), .. Fit([new(before), new(at, style), new(behind)], room, width)]);
        var carets = Math.Clamp(width.Of(at), 1, room - column);
        writer.Fitting([new string(' ', Indent + column), new(new string('^', carets), style)]);
    }

    // A place within a character of several octets is moved to its beginning, or behind it.
    static int Whole(ReadOnlySpan<byte> octets, int place, int step)
    {
        for (var moves = 0; moves < 3 && place > 0 && place < octets.Length && (octets[place] & 0xC0) == 0x80; moves++)
        {
            place += step;
        }

        return place;
    }

    static StyledLine Fit(StyledLine line, int room, CellWidth width)
    {
        var runs = new List<StyledRun>();
        foreach (var run in line)
        {
            var (length, cells) = width.Fit(run.Text.Text, room);
            runs.Add(run with { Text = run.Text.Slice(0, length) });
            room -= cells;
            if (length < run.Text.Length)
            {
                break;
            }
        }

        return [.. runs];
    }

    // Masked octet by octet, so that what the finding is about stays where it is.
    static byte[] Masked(ShownLine line, bool keepSecrets)
    {
        var octets = line.Wire.Bytes.ToArray();
        if (!keepSecrets)
        {
            foreach (var secret in line.Secrets)
            {
                octets.AsSpan(secret.Start, secret.Length).Fill((byte)'*');
            }
        }

        return octets;
    }
}
