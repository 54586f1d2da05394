namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// The practice server's dice: the same seed throws the same on every machine and runtime, which System.Random does not promise.
/// SplitMix64; good enough for names that protect nothing but a server on loopback.
/// </summary>
public sealed class PracticeRandom
{
    const ulong Step = 0x9E37_79B9_7F4A_7C15;

    readonly ulong _seed;
    ulong _state;

    /// <summary>Takes up the dice.</summary>
    /// <param name="seed">Where the sequence begins.</param>
    public PracticeRandom(ulong seed) => _seed = _state = seed;

    /// <summary>Dice of their own for connection <paramref name="number"/>, so that connections do not disturb each other's.</summary>
    public PracticeRandom Branch(long number) => new(Mix(_seed ^ Mix(unchecked((ulong)number + Step))));

    /// <summary>As many characters out of <paramref name="alphabet"/> as asked for.</summary>
    public string Text(int length, string alphabet) => string.Create(length, (this, alphabet), static (text, how) =>
    {
        foreach (ref var letter in text)
        {
            letter = how.alphabet[(int)(how.Item1.Next() % (ulong)how.alphabet.Length)];
        }
    });

    ulong Next() => Mix(_state = unchecked(_state + Step));

    static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9);
        value = unchecked((value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB);
        return value ^ (value >> 31);
    }
}
