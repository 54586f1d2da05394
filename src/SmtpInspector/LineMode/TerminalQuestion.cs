namespace SmtpInspector.LineMode;

/// <summary>Asks the person at the terminal before a password goes in the clear.</summary>
sealed class TerminalQuestion(LineTerminal terminal) : ICleartextQuestion
{
    public async ValueTask<bool> MaySendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken) =>
        await terminal.AskAsync("Not encrypted: others could read the password. Send AUTH all the same?");

    public bool GoesOnWhenRefused => true;
}
