namespace SmtpInspector.LineMode;

/// <summary>Where the user's lines come from.</summary>
interface ILineInput
{
    /// <summary>The next line's octets without its ending; null at the end of the input.</summary>
    ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken);

    /// <summary>
    /// How many lines are there already, written before anyone could know how the server would answer: of a script all,
    /// of a person those typed ahead.
    /// </summary>
    int Ahead { get; }

    /// <summary>How the line that was taken last is to be sent.</summary>
    Manner Manner => Manner.Lockstep;

    /// <summary>The next line if it is there already; it is taken only when it fits.</summary>
    /// <param name="fits">Told the line, says whether it is to be taken.</param>
    /// <param name="line">The line.</param>
    bool TryTake(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line);
}
