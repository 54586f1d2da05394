using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Trouble on demand. It is asked for by an address of the fault domain in the conversation itself
/// (<see cref="PracticeFaults.Domain"/>), or for every conversation when the server is started.
/// </summary>
/// <param name="Name">Its name: the local-part that asks for it.</param>
/// <param name="At">The step it belongs to.</param>
/// <param name="Reply">What is answered instead; null where the step goes on, or the connection closes without a word.</param>
/// <param name="Closes">Whether the connection is closed then.</param>
/// <param name="Delay">How long the server waits first.</param>
/// <param name="Times">How often it strikes for the same sender, recipient or user; 0 for always.</param>
/// <param name="Explanation">One line for <c>serve --list</c>.</param>
public sealed record PracticeFault(
    string Name,
    Verb At,
    PracticeReply? Reply,
    string Explanation,
    bool Closes = false,
    TimeSpan Delay = default,
    int Times = 0);
