namespace SmtpInspector.LineMode;

/// <summary>Decides whether a password goes over an unencrypted connection.</summary>
interface ICleartextQuestion
{
    /// <summary>Whether the line may be sent.</summary>
    ValueTask<bool> MaySendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken);

    /// <summary>Whether the conversation goes on without the line; otherwise it ends.</summary>
    bool GoesOnWhenRefused { get; }
}

/// <summary>Nobody can be asked: a script's password never goes in the clear.</summary>
sealed class NobodyToAsk : ICleartextQuestion
{
    public ValueTask<bool> MaySendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public bool GoesOnWhenRefused => false;
}
