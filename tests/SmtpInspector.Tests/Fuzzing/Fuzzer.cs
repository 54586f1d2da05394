using System.Diagnostics;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Tries inputs, and makes one that fails as small as it gets.</summary>
static class Fuzzer
{
    // A failing input is worth some work, not any amount of it.
    const int MostTriesToShrink = 4000;

    /// <summary>Tries inputs until one fails, the number is reached, or the time is up.</summary>
    public static Outcome Run(FuzzTarget target, int seed, int most, TimeSpan? time)
    {
        var random = new Random(seed);
        var began = Stopwatch.StartNew();
        long octets = 0;
        var cases = 0;
        for (; time is { } limit ? began.Elapsed < limit : cases < most; cases++)
        {
            var input = target.Generate(random);
            octets += input.Length;
            if (Failure(target, input) is { } failure)
            {
                var small = Shrink(input, smaller => Failure(target, smaller)?.GetType() == failure.GetType());
                return new(cases + 1, octets, began.Elapsed, small, Failure(target, small) ?? failure);
            }
        }

        return new(cases, octets, began.Elapsed, null, null);
    }

    /// <summary>The smallest input to be had by leaving parts out for which something still holds.</summary>
    public static byte[] Shrink(byte[] input, Func<byte[], bool> holds)
    {
        var tries = 0;
        for (var size = Math.Max(1, input.Length / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at < input.Length && tries < MostTriesToShrink; tries++)
            {
                byte[] without = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(at + size, input.Length))];
                if (holds(without))
                {
                    input = without;
                }
                else
                {
                    at += size;
                }
            }
        }

        return input;
    }

    static Exception? Failure(FuzzTarget target, byte[] input)
    {
        try
        {
            target.Check(input);
            return null;
        }
#pragma warning disable CA1031 // Any exception is what is looked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>What a run found.</summary>
    /// <param name="Cases">How many inputs were tried.</param>
    /// <param name="Octets">How many octets they had in all.</param>
    /// <param name="Time">How long it took.</param>
    /// <param name="Input">The input that failed, shrunk; null where none did.</param>
    /// <param name="Failure">What it failed with.</param>
    public sealed record Outcome(int Cases, long Octets, TimeSpan Time, byte[]? Input, Exception? Failure)
    {
        public string Summary(FuzzTarget target, int seed) => FormattableString.Invariant(
            $"{target.Name}: seed {seed}, {Cases} cases, {Octets} octets, {Time.TotalSeconds:0.0} s, {(Input is null ? "nothing found" : "FOUND")}");

        /// <summary>The input as a row of <see cref="KeptCases"/> has it.</summary>
        public string Row(FuzzTarget target) => $"{{ \"{target.Name}\", \"{Escaped()}\" }},";

        string Escaped() => string.Concat(Input!.Select(octet => octet switch
        {
            (byte)'"' => "\\\"",
            (byte)'\\' => "\\\\",
            (byte)'\r' => "\\r",
            (byte)'\n' => "\\n",
            >= 0x20 and < 0x7f => ((char)octet).ToString(),
            _ => $"\\u{(int)octet:x4}",
        }));
    }
}
