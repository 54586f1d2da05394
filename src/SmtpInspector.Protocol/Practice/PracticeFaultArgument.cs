using System.Globalization;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>A fault's argument, understood. Which parts count is the fault's business.</summary>
/// <param name="Step">A step of the conversation; null for all.</param>
/// <param name="Time">A time.</param>
/// <param name="Number">A count, or octets.</param>
/// <param name="Before">Before rather than after.</param>
public readonly record struct PracticeFaultValue(Verb? Step = null, TimeSpan Time = default, int Number = 0, bool Before = false);

/// <summary>What may stand behind <c>NAME=</c>, and what is meant where nothing does.</summary>
public sealed class PracticeFaultArgument
{
    const double LongestSeconds = 3600;

    delegate PracticeFaultValue? Reader(string text, PracticeFaultValue byDefault);

    readonly Reader _read;

    PracticeFaultArgument(string usage, string brief, PracticeFaultValue byDefault, Reader read, string values = "")
    {
        Usage = usage;
        Brief = brief;
        Meaning = values + brief;
        Default = byDefault;
        _read = read;
    }

    /// <summary>How it is written: <c>[=STEP]</c>; empty where there is none.</summary>
    public string Usage { get; }

    /// <summary>What it is and what is meant where it is left out, in words; empty where there is none.</summary>
    public string Meaning { get; }

    /// <summary>What is meant where it is left out, in words; empty where there is none.</summary>
    public string Brief { get; }

    /// <summary>What is meant where it is left out.</summary>
    public PracticeFaultValue Default { get; }

    /// <summary>No argument.</summary>
    public static PracticeFaultArgument None { get; } = new("", "", default, static (_, _) => null);

    /// <summary>The text behind the equals sign; null where it cannot be understood.</summary>
    public PracticeFaultValue? Read(string text) => _read(text, Default);

    /// <summary>A step, of the conversation.</summary>
    /// <param name="byDefault">The step meant where none is named; null for all.</param>
    public static PracticeFaultArgument Step(Verb? byDefault) => new(
        "[=STEP]",
        $"{(byDefault is { } step ? Verbs.Name(step) : "every step")} when left out",
        new(Step: byDefault),
        static (text, value) => PracticeSteps.Find(text) is { } step ? value with { Step = step } : null,
        values: $"STEP: {PracticeSteps.Names}; ");

    /// <summary>Seconds, with a decimal point, and a step behind an at sign.</summary>
    public static PracticeFaultArgument SecondsAtStep(double byDefault) => new(
        "[=SECONDS[@STEP]]",
        FormattableString.Invariant($"{byDefault} s and every step when left out"),
        new(Time: TimeSpan.FromSeconds(byDefault)),
        static (text, value) => text.Split('@') switch
        {
            [var time] => Seconds(time) is { } seconds ? value with { Time = seconds } : null,
            [var time, var name] when PracticeSteps.Find(name) is { } step =>
                time.Length == 0 ? value with { Step = step }
                : Seconds(time) is { } seconds ? value with { Time = seconds, Step = step }
                : null,
            _ => null,
        });

    /// <summary>Seconds, with a decimal point.</summary>
    public static PracticeFaultArgument InSeconds(double byDefault) => new(
        "[=SECONDS]",
        FormattableString.Invariant($"{byDefault} s when left out"),
        new(Time: TimeSpan.FromSeconds(byDefault)),
        static (text, value) => Seconds(text) is { } seconds ? value with { Time = seconds } : null);

    /// <summary>A whole number, from 1.</summary>
    /// <param name="letter">How it is written in the usage: <c>N</c> or <c>OCTETS</c>.</param>
    /// <param name="byDefault">What is meant where it is left out.</param>
    public static PracticeFaultArgument Count(string letter, int byDefault) => new(
        $"[={letter}]",
        FormattableString.Invariant($"{byDefault} when left out"),
        new(Number: byDefault),
        static (text, value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? value with { Number = number }
            : null);

    /// <summary><c>before</c> or <c>after</c>; after when left out.</summary>
    public static PracticeFaultArgument Side { get; } = new(
        "[=before|after]",
        "after when left out",
        default,
        static (text, value) => text.ToUpperInvariant() switch
        {
            "BEFORE" => value with { Before = true },
            "AFTER" => value with { Before = false },
            _ => null,
        });

    static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
