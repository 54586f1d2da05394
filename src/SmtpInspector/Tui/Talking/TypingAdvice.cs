using SmtpInspector.Lessons;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Talking;

/// <summary>What is said under the line: what is waited for, what the line means now, what would be found if it were sent. The most urgent first.</summary>
static class TypingAdvice
{
    /// <summary>The advice, a line each; there may be room for the first only.</summary>
    public static IEnumerable<StyledLine> Of(TalkPage page, Model model)
    {
        var look = model.Look;
        if (page.Stage == Stage.Over)
        {
            return Over(page, model);
        }

        // A question is the lesson's: what could be said to the server has no part in it.
        if (page.Lesson?.Run is { AwaitsAnswer: true } && OfLesson(page, look) is { } guide)
        {
            return guide;
        }

        var urgent = Waiting(page, look).Concat(Idle(page, look)).Concat(Queue(page, look)).Concat(Script(page, look));
        return page.Stage == Stage.Opening ? urgent : urgent.Concat(Mode(page, look) ?? OfLesson(page, look) ?? Command(page, look));
    }

    // What is to be said next is the lesson's to say, which may want it out of order; null where the line is for the server.
    static StyledLine[]? OfLesson(TalkPage page, Look look) =>
        page.Lesson?.Run is { } run && LessonGuide.For(run, page.Line.Field.Text) is { } guide ? [StyledLine.Of(Safe.FromText(guide, look.Form), look.Theme.Faint)] : null;

    static IEnumerable<StyledLine> Over(TalkPage page, Model model)
    {
        var look = model.Look;
        if (page.EndMessage is { } message)
        {
            yield return [new("! ", look.Theme.Error), new(Safe.FromText(message, look.Form), look.Theme.Error)];
        }

        yield return page.Lesson switch
        {
            null => Keys(model, "over: ", ("reconnect", "connects again"), ("repeat", "repeats what was said"), ("home", "home"), ("quit", "leaves")),
            { Run.IsFinished: false } => Keys(model, "you have left the lesson: ", ("lessons", "goes on with it or another"), ("home", "home"), ("quit", "leaves")),
            { Next: null } => Keys(model, "that was the last lesson: ", ("lessons", "all lessons"), ("home", "home"), ("quit", "leaves")),
            _ => Keys(model, "the lesson is over: ", ("lesson-go-on", "next lesson"), ("lessons", "all lessons"), ("home", "home"), ("quit", "leaves")),
        };
    }

    // What keys do, by the ids of their actions.
    static StyledLine Keys(Model model, string lead, params (string Id, string Does)[] actions)
    {
        var runs = new List<StyledRun> { new(lead, model.Look.Theme.Faint) };
        foreach (var (id, does) in actions)
        {
            if (Key(model, id) is { Length: > 0 } key)
            {
                runs.Add(new(runs.Count > 1 ? ", " : "", model.Look.Theme.Faint));
                runs.Add(new(Safe.FromText(key), model.Look.Theme.Accent));
                runs.Add(new($" {does}", model.Look.Theme.Faint));
            }
        }

        return StyledLine.Create([.. runs]);
    }

    static string Key(Model model, string id) => model.Keys.KeyOf(ActionRegistry.Of(id), Contexts.Line);

    static IEnumerable<StyledLine> Waiting(TalkPage page, Look look)
    {
        if (page.Waiting is { } waiting)
        {
            var what = waiting.Awaited.Verb switch
            {
                Verb.Connection => "the greeting",
                Verb.EndOfData => "the reply to the message",
                _ => $"the reply to {waiting.Awaited.Name}",
            };
            // There may be room for this row only: what is queued is told of here already.
            var queued = page.Queue.Count;
            yield return
            [
                new(FormattableString.Invariant($"waiting for {what}: {waiting.Waited.TotalSeconds:0} s of {waiting.Limit.TotalSeconds:0} s   "), look.Theme.Warning),
                new(queued == 0 ? "" : FormattableString.Invariant($"{queued} {(queued == 1 ? "line" : "lines")} queued   "), look.Theme.Info),
                new("Ctrl-C", look.Theme.Accent),
                new(queued == 0 ? " stops waiting" : " stops", look.Theme.Faint),
            ];
        }
    }

    static IEnumerable<StyledLine> Queue(TalkPage page, Look look)
    {
        if (page.Queue.Count > 0)
        {
            var next = page.Queue[0].IsSecret ? "(a credential)" : Safe.FromBytes(page.Queue[0].Octets.Span[..Math.Min(60, page.Queue[0].Octets.Length)], look.Form).Text;
            yield return
            [
                new(FormattableString.Invariant($"{page.Queue.Count} {(page.Queue.Count == 1 ? "line waits" : "lines wait")} to be sent, next: "), look.Theme.Info),
                new(Safe.FromText(next, look.Form)),
            ];
        }
    }

    static IEnumerable<StyledLine> Idle(TalkPage page, Look look)
    {
        if (page is { IsIdle: true, IdleLimit: { } limit })
        {
            yield return StyledLine.Of(
                FormattableString.Invariant($"this server hangs up after about {limit.TotalSeconds:0} s of silence: {Idleness.WarnedBefore(limit).TotalSeconds:0} s are left; NOOP keeps it"),
                look.Theme.Warning);
        }
    }

    static IEnumerable<StyledLine> Script(TalkPage page, Look look)
    {
        if (page.Script is { Line: { } line } script && page.Line.Field.Text.Length == 0)
        {
            var text = line.LeavesOut is { } secret ? $"{{secret:{secret}}}" : Safe.FromBytes(line.Line.Octets.Span[..Math.Min(40, line.Line.Octets.Length)], look.Form).Text;
            yield return
            [
                new(FormattableString.Invariant($"script {script.Next + 1}/{script.Lines.Count}, next: "), look.Theme.Info),
                new(Safe.FromText(text, look.Form)),
                new("   Alt-s", look.Theme.Accent),
                new(" send, ", look.Theme.Faint),
                new("Alt-r", look.Theme.Accent),
                new(script.IsRunning ? " stop" : " run", look.Theme.Faint),
            ];
        }
    }

    static IEnumerable<StyledLine>? Mode(TalkPage page, Look look) => page.State switch
    {
        { Content: ContentMode.Data } => Content(page, look),
        { Content: ContentMode.Chunk } state => [StyledLine.Of(FormattableString.Invariant($"a chunk: {state.ChunkRemaining} octets to go, CRLF at each line's end counted"), look.Theme.Info)],
        { AwaitsAuthAnswer: true } => Answer(page, look),
        _ => null,
    };

    static IEnumerable<StyledLine> Content(TalkPage page, Look look)
    {
        var text = page.Line.Field.Text;
        yield return text switch
        {
            "." => [new("Enter ends the message: the server will say whether it takes it", look.Theme.Warning), new(look.Say("   RFC 5321 §4.1.1.4"), look.Theme.Faint)],
            ['.', ..] => [new("goes out as ", look.Theme.Info), new(Safe.FromText("." + text, look.Form)), new(look.Say("   dot-stuffed: no end of the message, RFC 5321 §4.5.2"), look.Theme.Faint)],
            _ when TypingHints.InContent(text) is { } remark => [new("~ ", look.Theme.Warning), new(Safe.FromText(remark, look.Form), look.Theme.Warning)],
            _ => [new("the message: header, an empty line, text; ", look.Theme.Info), new("a line of one dot ends it", look.Theme.Faint)],
        };
    }

    static IEnumerable<StyledLine> Answer(TalkPage page, Look look)
    {
        if (Challenge(page) is { Length: > 0 } challenge)
        {
            yield return
            [
                new("asked: ", look.Theme.Info),
                new(Safe.FromText($"\"{challenge}\"", look.Form), look.Theme.Strong),
                new(page.EncodesAnswers ? "  type it plainly;  " : "  answer in base64;  ", look.Theme.Info),
                new("Ctrl-T", look.Theme.Accent),
                new(page.EncodesAnswers ? " base64 by hand;  " : " does that for you;  ", look.Theme.Faint),
                new("* cancels", look.Theme.Faint),
            ];
        }
        else
        {
            yield return
            [
                new(page.EncodesAnswers ? "type the answer plainly;  " : "type the answer in base64;  ", look.Theme.Info),
                new("Ctrl-T", look.Theme.Accent),
                new(page.EncodesAnswers ? " base64 by hand;  * cancels" : " encodes it for you;  * cancels", look.Theme.Faint),
            ];
        }

        if (!page.EncodesAnswers && page.Line.Field.Text.Length > 0)
        {
            foreach (var finding in TypingHints.AnswerFindings(page.Line.Field.Text, page.State))
            {
                yield return Line(finding, look);
            }
        }
    }

    // The challenge of the newest 334, decoded.
    static string? Challenge(TalkPage page)
    {
        for (var i = page.Conversation.Items.Count - 1; i >= 0 && i > page.Conversation.Items.Count - 8; i--)
        {
            if (page.Conversation.Items[i].Entry is Protocol.Judgement.Entry.Reply { Value: { Code: 334, Lines: [.., var last] } })
            {
                return Base64Payload.Decode(last.TextBytes.Span) is { } octets ? System.Text.Encoding.UTF8.GetString(octets) : null;
            }
        }

        return null;
    }

    static IEnumerable<StyledLine> Command(TalkPage page, Look look)
    {
        var text = page.Line.Field.Text;
        if (text.Length == 0)
        {
            if (page.Waiting is null && TypingHints.Next(page.State, "select its reply") is { } next)
            {
                yield return StyledLine.Of(look.Say(next), look.Theme.Faint);
            }

            yield break;
        }

        // A word that can still become right is no mistake yet: what stays wrong however it goes on is said first, then how it goes on.
        var (lasting, passing) = TypingHints.Findings(text, page.Line.Field.Cursor, page.State);
        var syntax = TypingHints.Syntax(text) is { } known ? [StyledLine.Of(look.Say(known), look.Theme.Info)] : Array.Empty<StyledLine>();
        foreach (var line in lasting.Select(finding => Line(finding, look)).Concat(syntax).Concat(passing.Select(finding => Faintly(finding, look))))
        {
            yield return line;
        }
    }

    // What the next letter may take back is no alarm.
    static StyledLine Faintly(Finding finding, Look look) =>
        [new($"{Glyphs.Of(finding.Severity)} ", look.Of(finding.Severity)), new(look.Say(finding.Message), look.Theme.Faint)];

    static StyledLine Line(Finding finding, Look look) =>
        [new($"{Glyphs.Of(finding.Severity)} ", look.Of(finding.Severity)), new(look.Say(finding.Message), look.Of(finding.Severity))];
}
