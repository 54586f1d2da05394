using System.Globalization;
using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Transcript;

/// <summary>An item of the transcript as rows.</summary>
/// <param name="look">How everything is drawn.</param>
/// <param name="width">The cells of a row, the mark not counted.</param>
/// <param name="keepSecrets">Whether credentials are shown.</param>
sealed class ItemRows(Look look, int width, bool keepSecrets)
{
    /// <summary>The cells of the mark at the right edge: a verdict of two, a severity of one, a blank before them.</summary>
    public const int MarkWidth = 4;

    // Fold mark, time, the mark of TLS, a blank: what stands before "C: " and "S: ".
    const int Margin = 11;
    const int Speaker = 3;

    // A line that is longer is cut in the transcript; the bytes show all of it.
    const int MostRowsOfALine = 6;

    // RFC 5321 §4.5.3.1: no command and no reply line needs more.
    const int LongLine = 512;

    /// <summary>Content of up to so many lines stands in the transcript whole, unless it was folded by hand.</summary>
    public const int ShortContent = 12;

    /// <summary>Whether a line of an item is so long that it is cut in the transcript unless it is unfolded.</summary>
    public static bool IsLong(TranscriptItem item)
    {
        for (var i = 0; i < Math.Min(item.Lines.Count, ShortContent); i++)
        {
            if (item.Lines[i].Wire.Bytes.Length > LongLine)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many lines an item has that fold away, in whole or at their ends.</summary>
    public static int Foldable(TranscriptItem item) => item.Kind switch
    {
        ItemKind.Reply when item.Lines.Count > 1 => item.Lines.Count,
        ItemKind.Reply or ItemKind.Command when IsLong(item) => item.Lines.Count,
        ItemKind.Content => item.Lines.Count,
        _ => 0,
    };

    /// <summary>How many rows content takes, without making them: each line is one, whatever its length.</summary>
    public static int? QuickCount(TranscriptItem item, bool open) =>
        item.Kind == ItemKind.Content && open && item.Findings.Count == 0 ? item.Lines.Count + 1 : null;

    /// <summary>The rows.</summary>
    public IReadOnlyList<ItemRow> Of(TranscriptItem item, bool open)
    {
        var rows = new List<ItemRow>();
        switch (item.Kind)
        {
            case ItemKind.Event:
                AddEvent(rows, item);
                break;
            case ItemKind.Content:
                AddContent(rows, item, open);
                break;
            default:
                AddLines(rows, item, open);
                break;
        }

        AddFindings(rows, item, open);
        return rows;
    }

    /// <summary>The rows with notes in the margin: each behind the line it is about, or at the end where that is folded away.</summary>
    public IReadOnlyList<ItemRow> Of(TranscriptItem item, bool open, IEnumerable<LessonNote> notes)
    {
        var rows = Of(item, open).ToList();
        foreach (var note in notes)
        {
            var at = note.Line is { } line ? rows.FindLastIndex(row => row.Line == line) : -1;
            var isHidden = note.Line is not null && at < 0;
            var about = isHidden ? $"`{Encoding.UTF8.GetString(item.Lines[note.Line!.Value].Content(keepSecrets).Span)}`: " : "";
            rows.InsertRange(at < 0 ? rows.Count : at + 1, OfNote(about + note.Text));
        }

        return rows;
    }

    IEnumerable<ItemRow> OfNote(string text)
    {
        var lead = look.Form == SafeForm.Ascii ? "<- " : "◂ ";
        var runs = new List<StyledRun> { new(new string(' ', Margin)), new(lead, look.Theme.Accent) };
        foreach (var piece in LessonText.Pieces(text))
        {
            runs.Add(new(Safe.FromText(piece.Text, look.Form), piece.IsCode ? look.Client.With(TextAttributes.Bold) : look.Theme.Accent));
        }

        return TextWrap.Lines(StyledLine.Create([.. runs]), width, look.Width, Margin + lead.Length).Select(line => new ItemRow(line));
    }

    /// <summary>A row of unfolded content, by its place; the first is its headline.</summary>
    public ItemRow OfContent(TranscriptItem item, int row) => row == 0 ? Headline(item, open: true) : ContentLine(item, row - 1);

    void AddLines(List<ItemRow> rows, TranscriptItem item, bool open)
    {
        var shown = open || item.Kind != ItemKind.Reply ? item.Lines.Count : Math.Min(1, item.Lines.Count);
        for (var i = 0; i < shown; i++)
        {
            var more = i == 0 && shown < item.Lines.Count ? item.Lines.Count - 1 : 0;
            AddWire(rows, item, i, open, more, i == 0 ? Mark(item) : null);
        }
    }

    void AddWire(List<ItemRow> rows, TranscriptItem item, int index, bool open, int more, StyledLine? mark)
    {
        var line = item.Lines[index];
        var isServer = item.Kind == ItemKind.Reply;
        var code = isServer ? ReplyLine.Parse(line.Wire).Code : null;
        var text = Safe.FromBytes(line.Content(keepSecrets).Span, look.Form);
        var runs = new List<StyledRun>();
        if (isServer)
        {
            var coloured = code is null ? text.Length : Math.Min(3, text.Length);
            runs.Add(new(text.Slice(0, coloured), look.Reply(code)));
            runs.Add(new(text.Slice(coloured, text.Length - coloured)));
        }
        else
        {
            runs.Add(new(text));
        }

        if (more > 0)
        {
            runs.Add("  ");
            runs.Add(new(FormattableString.Invariant($"({more} more {(more == 1 ? "line" : "lines")})"), look.Theme.Faint) { IsWhole = true });
        }
        else if (item.Entry is null && !line.Wire.IsComplete)
        {
            runs.Add(new("  (not ended yet)", look.Theme.Faint));
        }

        // What may need a second look has the width to itself: long lines are broken, never cut at the edge.
        var room = Math.Max(8, width - Margin - Speaker);
        var lines = TextWrap.Lines(StyledLine.Create([.. runs]), room, look.Width);
        var most = open ? int.MaxValue : MostRowsOfALine;
        for (var i = 0; i < lines.Count && i < most; i++)
        {
            var first = i == 0;
            var body = first ? Before(item, index, open).Concat([SpeakerRun(isServer, code)]) : [new StyledRun(new string(' ', Margin + Speaker))];
            rows.Add(i == most - 1 && lines.Count > most
                ? new ItemRow(StyledLine.Create([.. body, new(FormattableString.Invariant($"... and {lines.Count - i} rows more of this line"), look.Theme.Faint)]), Line: index)
                : new ItemRow(StyledLine.Create([.. body, .. lines[i], .. first ? Took(item, index, lines[i]) : []]), first ? mark : null, Line: index));
        }
    }

    StyledRun SpeakerRun(bool isServer, int? code) => isServer ? new("S: ", look.Reply(code)) : new("C: ", look.Client);

    // Fold mark, time, TLS. Lines of a reply after the first have a time of their own only where they came later.
    IEnumerable<StyledRun> Before(TranscriptItem item, int index, bool open)
    {
        var foldable = index == 0 && Foldable(item) > 0;
        yield return new((foldable ? open ? look.Glyphs.Unfolded : look.Glyphs.Folded : " ") + " ", look.Theme.Faint);
        var at = index == 0 ? item.Kind == ItemKind.Reply ? item.Lines[0].At ?? item.At : item.At : null;
        yield return new(Time(at), look.Theme.Faint);
        yield return item.Tls is { } tls && item.Kind != ItemKind.Event
            ? new(look.Glyphs.InTls + " ", tls.Verified == false ? look.Theme.Warning : look.Theme.Success)
            : new("  ");
    }

    IEnumerable<StyledRun> Took(TranscriptItem item, int index, StyledLine line)
    {
        if (index == 0 && item.Entry is Entry.Reply { Took: { } took } && took >= TimeSpan.FromSeconds(0.1))
        {
            var text = $"  {Duration(took)}";
            if (line.Width(look.Width) + Margin + Speaker + text.Length <= width)
            {
                yield return new(text, took >= TimeSpan.FromSeconds(2) ? look.Theme.Warning : look.Theme.Faint);
            }
        }
    }

    void AddContent(List<ItemRow> rows, TranscriptItem item, bool open)
    {
        rows.Add(Headline(item, open));
        for (var i = 0; open && i < item.Lines.Count; i++)
        {
            rows.Add(ContentLine(item, i));
        }
    }

    ItemRow Headline(TranscriptItem item, bool open)
    {
        var text = item.Entry is Entry.Data data
            ? FormattableString.Invariant($"{(data.IsChunk ? "chunk" : "message")}, {data.Bytes:N0} octets in {data.Lines:N0} {(data.Lines == 1 ? "line" : "lines")}{(data.IsComplete ? "" : ", not complete")}")
            : FormattableString.Invariant($"message, {item.Lines.Count:N0} {(item.Lines.Count == 1 ? "line" : "lines")} so far");
        return new ItemRow(
            StyledLine.Create([.. Before(item, 0, open), new("C: ", look.Client), new(text, look.Theme.Faint)]), Mark(item));
    }

    ItemRow ContentLine(TranscriptItem item, int index)
    {
        var line = item.Lines[index];
        var octets = line.Content(keepSecrets).Span;
        var isData = item.Before.Content == Protocol.Conversation.ContentMode.Data;
        var room = Math.Max(8, width - Margin - Speaker);
        var margin = new StyledRun(new string(' ', Margin - 2));
        var tls = item.Tls is { } session
            ? new StyledRun(look.Glyphs.InTls + " ", session.Verified == false ? look.Theme.Warning : look.Theme.Success) : new StyledRun("  ");
        var speaker = new StyledRun("C: ", look.Client);
        // RFC 5321 §4.1.1.4: CRLF, dot, CRLF; behind a bare LF a dot is but a dot.
        if (isData && octets is [(byte)'.'] && line.Wire.Ending == LineEnding.CrLf && (index == 0 || item.Lines[index - 1].Wire.Ending == LineEnding.CrLf))
        {
            return new ItemRow([margin, tls, speaker, new("."), new("   end of the message", look.Theme.Faint)]);
        }

        // RFC 5321 §4.5.2: the first of two dots was put there for the way.
        var stuffed = isData && octets is [(byte)'.', _, ..];
        var text = Safe.FromBytes(octets[..Math.Min(octets.Length, room * 4)], look.Form);
        var (fits, _) = look.Width.Fit(text.Text, room);
        if (fits < text.Length)
        {
            (fits, _) = look.Width.Fit(text.Text, room - 1);
            text = text.Slice(0, fits) + (look.Form == SafeForm.Ascii ? ">" : "…");
        }

        return stuffed
            ? new ItemRow([margin, tls, speaker, new(".", look.Theme.Info.With(TextAttributes.Reverse)), new(text.Slice(1, text.Length - 1))])
            : new ItemRow([margin, tls, speaker, new(text)]);
    }

    void AddEvent(List<ItemRow> rows, TranscriptItem item)
    {
        if (item.Entry is Entry.Tls tls)
        {
            rows.Add(new ItemRow(StyledLine.Of(TlsHeadline(tls), tls.Session.Verified == false ? look.Theme.Warning : look.Theme.Success), Mark(item), IsRule: true));
            foreach (var problem in tls.Session.Problems)
            {
                AddProse(rows, StyledLine.Create([new(new string(' ', Margin)), new("! ", look.Theme.Error), new(Safe.FromText(problem, look.Form))]), Margin + 2, null);
            }

            return;
        }

        var style = item.Entry is Entry.Failed ? look.Theme.Error : look.Theme.Faint;
        var first = true;
        foreach (var line in (EventText.Of(item.Entry!) ?? "").Split('\n'))
        {
            var mark = first ? Mark(item) : null;
            StyledRun[] before = first ? [.. Before(item, 0, open: false)] : [new(new string(' ', Margin))];
            AddProse(rows, StyledLine.Create([.. before, new("* ", style), new(Safe.FromText(line, look.Form), style)]), Margin + 2, mark);
            first = false;
        }
    }

    string TlsHeadline(Entry.Tls tls)
    {
        var between = $" {look.Glyphs.Between} ";
        var session = tls.Session;
        var verdict = session.Verified switch
        {
            true => "certificate ok",
            false => "certificate NOT verified",
            null => "certificate not seen",
        };
        // What matters most is never cut: on a narrow screen the cipher is left to the detail.
        var whole = $"{session.Protocol}{between}{session.Cipher}{between}{verdict}";
        return whole.Length + Margin <= width ? whole : $"{session.Protocol}{between}{verdict}";
    }

    void AddFindings(List<ItemRow> rows, TranscriptItem item, bool open)
    {
        foreach (var finding in item.Findings)
        {
            if (finding.Severity == Severity.Info && !open)
            {
                continue;
            }

            var line = StyledLine.Create(
            [
                new(new string(' ', Margin)),
                new(Glyphs.Of(finding.Severity) + " ", look.Of(finding.Severity)),
                new(Safe.FromText(finding.Message, look.Form), look.Of(finding.Severity)),
                "  ",
                new(look.Say(finding.Reference), look.Theme.Faint) { IsWhole = true },
            ]);
            AddProse(rows, line, Margin + 2, null);
        }
    }

    void AddProse(List<ItemRow> rows, StyledLine line, int indent, StyledLine? mark)
    {
        foreach (var part in TextWrap.Lines(line, width, look.Width, indent))
        {
            rows.Add(new ItemRow(part, mark));
            mark = null;
        }
    }

    /// <summary>The verdict over an item: how it went, and the weightiest finding.</summary>
    StyledLine? Mark(TranscriptItem item)
    {
        var worst = Severity.Info;
        foreach (var finding in item.Findings)
        {
            worst = finding.Severity > worst ? finding.Severity : worst;
        }

        var severity = item.Findings.Count == 0 ? new StyledRun(" ") : new StyledRun(Glyphs.Of(worst), look.Of(worst));
        return item.Entry switch
        {
            Entry.Reply reply => StyledLine.Create([Verdict(reply), severity]),
            Entry.Tls tls => StyledLine.Create([tls.Session.Verified == false ? Fit("!", look.Theme.Error) : Fit(look.Glyphs.Success, look.Theme.Success), severity]),
            Entry.Failed => StyledLine.Create([Fit("!", look.Theme.Error), severity]),
            _ => item.Findings.Count == 0 ? null : StyledLine.Create(["  ", severity]),
        };
    }

    StyledRun Verdict(Entry.Reply reply) => reply.Value.Class switch
    {
        _ when reply.Value.Code is null => Fit(look.Glyphs.Malformed, look.Theme.Error.With(TextAttributes.Reverse)),
        _ when !reply.Listed && reply.To is not null && reply.Value.Class is not ReplyClass.Invalid =>
            Fit(look.Glyphs.Unlisted, look.Reply(reply.Value.Code)),
        ReplyClass.Success => Fit(look.Glyphs.Success, look.Theme.Success),
        ReplyClass.Intermediate => Fit(look.Glyphs.Intermediate, look.Theme.Info),
        ReplyClass.Transient => Fit(look.Glyphs.Transient, look.Theme.Warning),
        ReplyClass.Permanent => Fit(look.Glyphs.Permanent, look.Theme.Error),
        _ => Fit(look.Glyphs.Malformed, look.Theme.Error),
    };

    static StyledRun Fit(string glyph, Style style) => new(glyph.PadRight(2), style);

    static string Time(TimeSpan? at) => at switch
    {
        null => "       ",
        { TotalSeconds: < 1000 } time => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(7),
        { TotalSeconds: < 100_000 } time => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(7),
        { } time => time.TotalHours.ToString("0", CultureInfo.InvariantCulture).PadLeft(6) + "h",
    };

    /// <summary>How long something took, as one says it.</summary>
    public static string Duration(TimeSpan took) => took switch
    {
        { TotalSeconds: < 1 } => FormattableString.Invariant($"{took.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 100 } => FormattableString.Invariant($"{took.TotalSeconds:0.0} s"),
        { TotalMinutes: < 100 } => FormattableString.Invariant($"{took.TotalMinutes:0} min"),
        _ => FormattableString.Invariant($"{took.TotalHours:0} h"),
    };
}
