using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Message;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>
/// The envelope beside the header: who the server was told, and who the reader will see. Nothing obliges them to be the same.
/// </summary>
static class EnvelopeTable
{
    const int Label = 6;
    const int Gap = 2;

    // Below this the two stand one below the other.
    const int NarrowestPair = 54;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="header">The message's own header; null before there is one.</param>
    /// <param name="keepSecrets">Whether credentials are shown.</param>
    public static void Write(DetailWriter writer, Transaction transaction, MimePart? header, bool keepSecrets)
    {
        List<StyledLine> from = [transaction.Mail is { } mail ? Sender(writer, mail, keepSecrets) : Faint(writer, "not in this transcript")];
        var to = Recipients(writer, transaction, int.MaxValue, keepSecrets);
        if (to.Count == 0)
        {
            to.Add(Faint(writer, "nobody yet"));
        }

        var headerFrom = Field(writer, header, "From");
        List<StyledLine> headerTo = [.. Field(writer, header, "To"), .. Field(writer, header, "Cc")];
        if (header is null || writer.Width < NarrowestPair)
        {
            Block(writer, "Envelope", from, to);
            if (header is not null)
            {
                Block(writer, "From and To of the header", headerFrom, headerTo);
            }

            return;
        }

        var half = (writer.Width - Label - Gap) / 2;
        writer.Gap();
        writer.Fitting(
        [
            new string(' ', Label),
            new("Envelope".PadRight(half + Gap), writer.Theme.Strong),
            new("Header", writer.Theme.Strong),
        ]);
        Pair(writer, "from", from, headerFrom, half);
        Pair(writer, "to", to, headerTo, half);
    }

    static void Block(DetailWriter writer, string heading, List<StyledLine> from, List<StyledLine> to)
    {
        writer.Heading(heading);
        Rows("from", from);
        Rows("to", to);

        void Rows(string label, List<StyledLine> values)
        {
            foreach (var value in values)
            {
                writer.Row(label, value, Label);
                label = "";
            }
        }
    }

    static void Pair(DetailWriter writer, string label, List<StyledLine> left, List<StyledLine> right, int half)
    {
        var width = writer.Look.Width;
        var (l, r) = (Wrap(left), Wrap(right));
        for (var i = 0; i < Math.Max(l.Count, r.Count); i++)
        {
            var beside = i < l.Count ? l[i] : StyledLine.Empty;
            writer.Fitting(
            [
                new((i == 0 ? label : "").PadRight(Label), writer.Theme.Faint),
                .. beside,
                new string(' ', half + Gap - beside.Width(width)),
                .. i < r.Count ? r[i] : StyledLine.Empty,
            ]);
        }

        List<StyledLine> Wrap(List<StyledLine> lines) => [.. lines.SelectMany(line => TextWrap.Lines(line, half, width, indent: 2))];
    }

    /// <summary>The argument of MAIL.</summary>
    public static StyledLine Sender(DetailWriter writer, TranscriptItem mail, bool keepSecrets) =>
        CommandParser.Parse(mail.Lines[0].Content(keepSecrets), []) is Command.Mail { Path: { IsNull: true } }
            ? [new("<>"), new("  no bounces, please", writer.Theme.Faint)]
            : Argument(writer, mail, keepSecrets);

    /// <summary>The arguments of RCPT, each with what was said to it.</summary>
    /// <param name="writer">How they are drawn.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="last">The last item that counts, by its number.</param>
    /// <param name="keepSecrets">Whether credentials are shown.</param>
    public static List<StyledLine> Recipients(DetailWriter writer, Transaction transaction, int last, bool keepSecrets)
    {
        var lines = new List<StyledLine>();
        foreach (var (command, answer) in transaction.Recipients)
        {
            if (command.Number > last)
            {
                return lines;
            }

            var reply = answer?.Entry is Entry.Reply given && answer.Number <= last ? given : null;
            StyledRun verdict = reply?.Value.Class switch
            {
                null => new("not answered", writer.Theme.Faint),
                ReplyClass.Success => default,
                _ => new(writer.Say(FormattableString.Invariant($"{reply.Value.Code}")), writer.Look.Reply(reply.Value.Code)),
            };
            lines.Add([.. Argument(writer, command, keepSecrets), verdict.Text.IsEmpty ? "" : "  ", verdict]);
        }

        if (transaction.RecipientCount > lines.Count)
        {
            lines.Add(Faint(writer, $"and {transaction.RecipientCount - lines.Count} more"));
        }

        return lines;
    }

    // What stands behind the colon, as it was sent: the path and its parameters.
    static StyledLine Argument(DetailWriter writer, TranscriptItem item, bool keepSecrets)
    {
        var content = item.Lines[0].Content(keepSecrets).Span;
        var colon = content.IndexOf((byte)':');
        return StyledLine.Of(writer.Look.Show(content[(colon + 1)..].Trim((byte)' ')));
    }

    static List<StyledLine> Field(DetailWriter writer, MimePart? header, string name)
    {
        if (header?.Field(name) is not { } field)
        {
            return name == "Cc" ? [] : [Faint(writer, $"no {name} field")];
        }

        var mark = name == "Cc" ? "Cc: " : "";
        return [[new(mark, writer.Theme.Faint), new(writer.Quote(field.Decode().Text))]];
    }

    static StyledLine Faint(DetailWriter writer, string text) => StyledLine.Of(writer.Say(text), writer.Theme.Faint);
}
