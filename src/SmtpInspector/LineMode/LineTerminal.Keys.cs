using System.Text;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

sealed partial class LineTerminal
{
    TaskCompletionSource<bool>? _answer;

    /// <summary>Asks a question that one key answers: y or n.</summary>
    public async Task<bool> AskAsync(string question)
    {
        lock (_gate)
        {
            _answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _editor.Below = [[new($"{question} (y/n)", LineColours.Of(Protocol.Findings.Severity.Warning))]];
            _editor.Draw();
        }

        var yes = await _answer.Task;
        lock (_gate)
        {
            _answer = null;
            ShowHint();
            _editor.Draw();
        }

        return yes;
    }

    void Take(TerminalEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case ResizeEvent resize:
                    ShowHint();
                    _editor.Size = resize.Size;
                    return;
                case ResumeEvent:
                    _editor.Resume();
                    return;
                case InputEndedEvent:
                    _lines.Writer.TryComplete();
                    _answer?.TrySetResult(false);
                    _choice?.Answer.TrySetResult(null);
                    return;
                case KeyEvent key when _answer is { } answer:
                    Answer(answer, key);
                    return;
            }

            Act(_editor.Handle(happened));
        }
    }

    // Someone who was typing when the question came has not answered it: only y, n and what cancels count.
    static void Answer(TaskCompletionSource<bool> answer, KeyEvent key)
    {
        if (key.IsText && key.Rune.Value is 'y' or 'Y')
        {
            answer.TrySetResult(true);
        }
        else if ((key.IsText && key.Rune.Value is 'n' or 'N') || key.Is(Key.Escape) || key.Is('c', KeyModifiers.Ctrl) || key.Is('d', KeyModifiers.Ctrl))
        {
            answer.TrySetResult(false);
        }
    }

    void Act(LineOutcome outcome)
    {
        if (outcome.Action != LineAction.Interrupt)
        {
            _warnedOfLeaving = false;
        }

        switch (outcome.Action)
        {
            case LineAction.Accepted or LineAction.PastedLines or LineAction.Interrupt or LineAction.EndOfInput or LineAction.Escape
                when _choice is { } choice:
                Choose(choice, outcome);
                break;
            case LineAction.Accepted:
                Accept(outcome.Text);
                break;
            case LineAction.PastedLines:
                AskAboutPaste(outcome.Text);
                return;
            case LineAction.Interrupt:
                Interrupt();
                break;
            case LineAction.EndOfInput:
                _lines.Writer.TryComplete();
                break;
            case LineAction.Suspend:
                _editor.Hide();
                _terminal.Suspend();
                _editor.Resume();
                break;
            case LineAction.Redraw:
                _editor.ClearScreen();
                return;
            default:
                break;
        }

        ShowHint();
        _editor.Draw();
    }

    void Accept(string text)
    {
        Remember(text);
        _queued++;
        _lines.Writer.TryWrite(Encoding.UTF8.GetBytes(text));
    }

    // What was entered may be a credential: neither this run's history nor the file ever holds one.
    void Remember(string text)
    {
        if (_history.Remember(text, _state, _secrets))
        {
            // At once: a program that is killed, or whose terminal is closed, saves nothing at its end.
            _history.Save();
        }

        _editor.Input = _editor.Input with { History = History.Of(_history.Lines) };
    }

    void AskAboutPaste(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var whole = lines[..^1];
        var question = AskAsync(FormattableString.Invariant($"Send these {whole.Length} pasted lines, one after the other?"));
        question.ContinueWith(
            asked =>
            {
                lock (_gate)
                {
                    if (asked.Result)
                    {
                        foreach (var line in whole)
                        {
                            Accept(line);
                        }

                        _editor.Input = _editor.Input.WithText(lines[^1]);
                    }

                    ShowHint();
                    _editor.Draw();
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    void Interrupt()
    {
        if (_interrupted is { } waiting)
        {
            waiting.TrySetResult();
        }
        else if (_editor.Input.Field.Text.Length > 0)
        {
            var masked = _editor.Input.Field.IsMasked;
            _editor.Input = masked ? _editor.Input.AskForSecret() : _editor.Input.Cleared();
        }
        else if (_warnedOfLeaving)
        {
            HasLeft = true;
            _lines.Writer.TryComplete();
        }
        else
        {
            _warnedOfLeaving = true;
            _editor.PrintAbove(StyledLine.Of("* Ctrl-D sends QUIT and leaves; Ctrl-C once more leaves at once.", LineColours.Event));
        }
    }
}
