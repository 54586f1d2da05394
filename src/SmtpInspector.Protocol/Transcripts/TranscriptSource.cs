namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// Where the octets of a transcript's file are: in memory, or wherever a program has them read piece by piece. What it throws where they
/// cannot be read is the program's.
/// </summary>
public abstract class TranscriptSource
{
    /// <summary>How many there are.</summary>
    public abstract long Length { get; }

    /// <summary>Whether they may be others when they are read once more.</summary>
    public abstract bool CanChange { get; }

    /// <summary>The octets in memory.</summary>
    public static TranscriptSource Of(ReadOnlyMemory<byte> file) => new InMemory(file);

    /// <summary>Octets from a place on.</summary>
    /// <param name="offset">The place, not behind the end.</param>
    /// <param name="wanted">How many at least, unless the file ends.</param>
    /// <param name="buffer">
    /// Memory that may be read into: the octets are good until it is given once more. Stays null where none is needed.
    /// </param>
    public abstract ReadOnlyMemory<byte> Read(long offset, int wanted, ref byte[]? buffer);

    /// <summary>All of them, in memory.</summary>
    public ReadOnlyMemory<byte> ReadAll()
    {
        byte[]? buffer = null;
        return Read(0, checked((int)Length), ref buffer);
    }

    /// <summary>The first few.</summary>
    public ReadOnlySpan<byte> ReadBeginning()
    {
        byte[]? buffer = null;
        return Read(0, (int)Math.Min(Length, 64), ref buffer).Span;
    }

    sealed class InMemory(ReadOnlyMemory<byte> file) : TranscriptSource
    {
        public override long Length => file.Length;

        public override bool CanChange => false;

        public override ReadOnlyMemory<byte> Read(long offset, int wanted, ref byte[]? buffer) => file[(int)offset..];
    }
}
