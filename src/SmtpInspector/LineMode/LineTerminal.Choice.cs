using SmtpInspector.Terminal.Editing;

namespace SmtpInspector.LineMode;

sealed partial class LineTerminal
{
    Choice? _choice;

    /// <summary>Asks a question that one of a few words answers, or its first letter, and Enter.</summary>
    /// <returns>The word; null when the user wants none of them: Esc, Ctrl-C, or the end of the input.</returns>
    public async Task<string?> ChooseAsync(string question, params string[] words)
    {
        Choice choice;
        lock (_gate)
        {
            // A line half typed waits: what one was typing when the question came is no answer to it.
            choice = new Choice(question, words, _editor.Input, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _choice = choice;
            _editor.Input = _editor.Input.Cleared();
            _editor.Prompt = [new("> ", LineColours.Of(Protocol.Findings.Severity.Warning))];
            ShowHint();
            _editor.Draw();
        }

        var answer = await choice.Answer.Task;
        lock (_gate)
        {
            _choice = null;
            _editor.Input = choice.Before;
            _editor.Prompt = _prompt;
            ShowHint();
            _editor.Draw();
        }

        return answer;
    }

    void Choose(Choice choice, LineOutcome outcome)
    {
        _editor.Input = _editor.Input.Cleared();
        if (outcome.Action is LineAction.Interrupt or LineAction.EndOfInput or LineAction.Escape)
        {
            choice.Answer.TrySetResult(null);
            return;
        }

        var text = outcome.Text.Trim();
        foreach (var word in choice.Words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase) || text.Equals(word[..1], StringComparison.OrdinalIgnoreCase))
            {
                choice.Answer.TrySetResult(word);
            }
        }
    }

    sealed record Choice(string Question, IReadOnlyList<string> Words, LineInput Before, TaskCompletionSource<string?> Answer)
    {
        public string Hint => $"{Question} Type {string.Join(", ", Words.Select(word => $"[{word[0]}]{word[1..]}"))} and Enter; Esc leaves.";
    }
}
