namespace SmtpInspector.Protocol.Practice;

/// <summary>A fault with its argument: what a server or a conversation has.</summary>
/// <param name="Fault">Its row in the table.</param>
/// <param name="Written">The argument as it was written; null where it was left out.</param>
/// <param name="Trouble">What it does.</param>
public sealed record ChosenFault(PracticeFault Fault, string? Written, PracticeTrouble Trouble)
{
    /// <summary>A fault with its argument left out.</summary>
    public static ChosenFault Of(PracticeFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(fault, null, fault.Make(fault.Argument.Default));
    }

    /// <summary>As it is written: <c>421=RCPT</c>.</summary>
    public override string ToString() => Written is null ? Fault.Name : $"{Fault.Name}={Written}";

    /// <summary>Reads <c>NAME[=ARG]</c>.</summary>
    /// <param name="profile">Whose faults there are.</param>
    /// <param name="text">The name in any case, and the argument.</param>
    /// <param name="listing">Where the faults there are can be found.</param>
    /// <returns>The fault, or what is wrong with the text and how to get it right.</returns>
    internal static (ChosenFault? Fault, string? Error) Parse(PracticeProfile profile, string text, string listing)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        var (name, written) = sign < 0 ? (text, null) : (text[..sign], text[(sign + 1)..]);
        if (profile.FindFault(name) is not { } fault)
        {
            return (null, $"there is no fault {name}{PracticeSuggestion.For(name, profile.AllFaults.Select(known => known.Name))}; {listing}");
        }

        if (written is null)
        {
            return (Of(fault), null);
        }

        if (fault.Argument == PracticeFaultArgument.None)
        {
            return (null, $"the fault {fault.Name} takes nothing behind an equals sign");
        }

        return fault.Argument.Read(written) is { } value
            ? (new(fault, written, fault.Make(value)), null)
            : (null, $"{text}: write {fault.Usage} ({fault.Argument.Meaning})");
    }
}
