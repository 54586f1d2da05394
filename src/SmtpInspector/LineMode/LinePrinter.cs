using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.LineMode;

/// <summary>
/// Prints the conversation as line mode has it: a line as it goes over the wire, what the judge says under it.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="keepSecrets">Whether credentials are printed.</param>
/// <param name="printFailures">Whether failures are printed; not where the same terminal shows them on standard error.</param>
sealed class LinePrinter(ILineOutput output, bool keepSecrets, bool printFailures) : IConversationObserver
{
    /// <summary>Says what stands in brackets beside a line; nothing in line mode.</summary>
    public Func<Observed, string?>? Aside { get; init; }

    /// <summary>How many columns a line of prose may take; what goes over the wire is never broken. None: any number.</summary>
    public Func<int>? Columns { get; init; }

    public void Take(in Observed observed)
    {
        // What the server says between its 220 to STARTTLS and the handshake is an entry, and no line of the conversation. The
        // client that goes on there has made a handshake that was not recorded.
        if (observed.Event is ConversationEvent.Line line
            && (line.Wire.Direction == Direction.Client || observed.Before.Phase != Phase.Handshake))
        {
            if (line.Own)
            {
                output.Print([new("* sent by the program itself:", LineColours.Event)]);
            }

            PrintWire(line.Wire, keepSecrets ? [] : observed.Secrets, Aside?.Invoke(observed), observed.IsWithinContent);
        }

        for (var i = 0; i < observed.Entries.Count; i++)
        {
            var entry = observed.Entries[i];
            PrintEvent(entry);
            foreach (var finding in entry.Findings)
            {
                PrintFinding(finding);
            }
        }
    }

    public void Flush() => output.Flush();

    void PrintWire(WireLine wire, IReadOnlyList<SecretSpan> secrets, string? aside, bool hold)
    {
        var octets = Redactor.Redact(wire.Content, secrets).Span;
        if (wire.Direction == Direction.Client && aside is null && output.TryPrint("C: "u8, octets, hold))
        {
            return;
        }

        var text = Safe.FromBytes(octets);
        if (wire.Direction == Direction.Client)
        {
            output.Print([new("C: ", LineColours.Client), new(text), Beside(aside)], hold);
            return;
        }

        var code = ReplyLine.Parse(wire).Code;
        var coloured = code is null ? text.Length : 3;
        output.Print(
        [
            new("S: ", LineColours.Reply(code)),
            new(text.Slice(0, coloured), LineColours.Reply(code)),
            new(text.Slice(coloured, text.Length - coloured)),
            Beside(aside),
        ]);
    }

    static StyledRun Beside(string? aside) => aside is null ? default : new($"   ({aside})", LineColours.Event);

    void PrintEvent(Entry entry)
    {
        var text = entry is Entry.Failed && !printFailures ? null : EventText.Of(entry);
        if (text is null)
        {
            return;
        }

        foreach (var line in text.Split('\n'))
        {
            PrintProse("* ", LineColours.Event, line, LineColours.Event);
        }
    }

    void PrintFinding(Finding finding)
    {
        var mark = finding.Severity switch
        {
            Severity.Error => "! ",
            Severity.Warning => "~ ",
            Severity.Info => "i ",
        };
        PrintProse($"{mark}{finding.Rule}: ", LineColours.Of(finding.Severity), $"{finding.Message} ({finding.Reference})", default);
    }

    void PrintProse(string mark, Style markStyle, string text, Style style)
    {
        var first = true;
        foreach (var line in WordWrap.Lines(text, mark.Length, Columns?.Invoke() ?? int.MaxValue))
        {
            output.Print(first ? [new(mark, markStyle), new(line, style)] : [new("  "), new(line, style)]);
            first = false;
        }
    }
}
