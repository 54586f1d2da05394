using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The octets that findings are about, underlined in the finding's colour.</summary>
sealed class HexMarks
{
    readonly Dictionary<int, List<(int Start, int End, Style Style)>> _byLine = [];

    public HexMarks(TranscriptItem item, Look look)
    {
        foreach (var finding in item.Findings)
        {
            if (PlaceOf(item, finding) is { } place)
            {
                Add(place, look.Of(finding.Severity).With(TextAttributes.Underline));
            }
        }
    }

    /// <summary>Which of an item's lines a finding is about, and which octets of it; null where that is none, or all.</summary>
    public static Columns? PlaceOf(TranscriptItem item, Finding finding)
    {
        // The lines of a message in chunks are counted over all of them, and each is an item of its own.
        if (finding.Where is not { } where || (item.Entry is Entry.Data { IsChunk: true } chunk && item.Before.Transaction?.ChunkOctets != chunk.Bytes))
        {
            return null;
        }

        var line = ByteRows.Of(item.Lines).PieceOf(where.Line);
        return line < item.Lines.Count ? where with { Line = line } : null;
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => _byLine.Count > 0;

    /// <summary>The style to lay over an octet; null for none.</summary>
    public Style? At(int line, int octet)
    {
        if (_byLine.TryGetValue(line, out var marks))
        {
            foreach (var (start, end, style) in marks)
            {
                if (octet >= start && octet < end)
                {
                    return style;
                }
            }
        }

        return null;
    }

    void Add(Columns place, Style style)
    {
        if (!_byLine.TryGetValue(place.Line, out var marks))
        {
            _byLine[place.Line] = marks = [];
        }

        marks.Add((place.Start, place.End, style));
    }
}
