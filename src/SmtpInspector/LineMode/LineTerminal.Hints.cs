using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

sealed partial class LineTerminal
{
    string? _waiting;

    // Under the line: what is waited for, what mode the line is in, what the command would cause if it were sent now.
    void ShowHint()
    {
        if (_answer is not null)
        {
            return;
        }

        if (_choice is { } choice)
        {
            _editor.Below = [.. Wrapped([new(choice.Hint, LineColours.Of(Protocol.Findings.Severity.Warning))])];
            return;
        }

        var hints = new List<StyledLine>();
        if (_waiting is { } waiting)
        {
            hints.Add([new(waiting, LineColours.Event)]);
        }

        if (_queued > 0)
        {
            hints.Add([new(FormattableString.Invariant($"{_queued} {(_queued == 1 ? "line waits" : "lines wait")} to be sent"), LineColours.Event)]);
        }

        if (_waiting is null && Guide?.Invoke(_editor.Input.Field.Text) is { } guide)
        {
            hints.Add([new(guide, LineColours.Event)]);
        }
        else if (ModeHint() is { } mode)
        {
            hints.Add([new(mode, LineColours.Event)]);
            if (_state.Content == ContentMode.Data && TypingHints.InContent(_editor.Input.Field.Text) is { } remark)
            {
                hints.Add([new("~ ", LineColours.Of(Protocol.Findings.Severity.Warning)), new(remark, LineColours.Event)]);
            }

            if (_state.AwaitsAuthAnswer && _editor.Input.Field.Text is { Length: > 0 } answer)
            {
                hints.AddRange(TypingHints.ForAnswer(answer, _state));
            }
        }
        else if (_editor.Input.Field.Text.Length == 0 && _waiting is null && TypingHints.Next(_state, "smtp-inspector explain 535") is { } next)
        {
            hints.Add([new(next, LineColours.Event)]);
        }
        else if (_editor.Input.Field is { IsMasked: false, Text: { Length: > 0 } text, Cursor: var cursor })
        {
            if (TypingHints.Syntax(text) is { } syntax)
            {
                hints.Add([new(syntax, LineColours.Event)]);
            }

            hints.AddRange(TypingHints.For(text, cursor, _state));
        }

        _editor.Below = [.. hints.SelectMany(Wrapped)];
    }

    // A hint that the window would cut off goes on in the next line.
    IEnumerable<StyledLine> Wrapped(StyledLine hint)
    {
        var mark = hint.Count > 1 ? hint[0].Text.Text : "";
        var first = true;
        foreach (var line in WordWrap.Lines(hint[^1].Text.Text, mark.Length, Columns - 1))
        {
            yield return hint.Count == 1 ? StyledLine.Of(line, hint[0].Style)
                : first ? [hint[0], new(line, hint[^1].Style)]
                : [new("  "), new(line, hint[^1].Style)];
            first = false;
        }
    }

    string? ModeHint() => _state switch
    {
        { Content: ContentMode.Data } => "the message: header, empty line, text; a line of one dot ends it",
        { Content: ContentMode.Chunk } => FormattableString.Invariant($"a chunk: {_state.ChunkRemaining} octets to go, line ends counted"),
        { AwaitsAuthAnswer: true } => "the answer to the challenge, in base64, not shown and not kept; * cancels",
        _ => null,
    };

    CompletionSet Complete(string text, int cursor)
    {
        if (_choice is not null || _state.Content != ContentMode.None || _state.AwaitsAuthAnswer)
        {
            return CompletionSet.None;
        }

        return TypingHints.Complete(text[..cursor], _state);
    }
}
