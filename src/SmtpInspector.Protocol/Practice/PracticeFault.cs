namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Trouble on demand, a row of the table. It is asked for by an address of the fault domain in the conversation itself
/// (<see cref="PracticeFaults.Domain"/>), or for every conversation when the server is started.
/// </summary>
/// <param name="Name">Its name: what <c>--fault</c> and a lesson write, and the local-part that asks for it.</param>
/// <param name="Argument">What may stand behind <c>NAME=</c>.</param>
/// <param name="Does">What the server then does: a sentence.</param>
/// <param name="Teaches">What there is to learn from it: a sentence.</param>
/// <param name="Reference">The section it is about, <c>RFC 5321 §4.2.1</c>, or the vendor's document.</param>
/// <param name="Make">What it does with a given argument.</param>
public sealed record PracticeFault(
    string Name,
    PracticeFaultArgument Argument,
    string Does,
    string Teaches,
    string Reference,
    Func<PracticeFaultValue, PracticeTrouble> Make)
{
    /// <summary>The names a STEP can have, with commas, in the order of a conversation.</summary>
    public static string Steps => PracticeSteps.Names;

    /// <summary>How it is written: <c>421[=STEP]</c>.</summary>
    public string Usage => Name + Argument.Usage;

    /// <summary>Whether a conversation can ask for it with an address.</summary>
    public bool CanBeAskedFor => Make(Argument.Default).CanBeAskedFor;
}
