namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Something that must hold for any input.</summary>
/// <param name="Name">What holds, as a sentence.</param>
/// <param name="Cases">How many inputs are tried with every run of the tests; a longer run tries as many as its time allows.</param>
/// <param name="Generate">Makes an input.</param>
/// <param name="Check">Throws where it does not hold.</param>
sealed record FuzzTarget(string Name, int Cases, Func<Random, byte[]> Generate, Action<byte[]> Check)
{
    public override string ToString() => Name;
}
