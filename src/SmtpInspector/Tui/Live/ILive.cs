namespace SmtpInspector.Tui.Live;

/// <summary>A conversation that goes on by itself, and what the screen can do with it. Each call is quick and may come from the screen's thread.</summary>
interface ILive : IDisposable
{
    /// <summary>Ends when the conversation does.</summary>
    Task Running { get; }

    /// <summary>Hands over lines to be sent.</summary>
    /// <param name="lines">The lines; more than one only where they may be sent together.</param>
    /// <param name="ahead">How many further lines wait already.</param>
    void Send(IReadOnlyList<Outgoing> lines, int ahead);

    /// <summary>Stops waiting for a reply.</summary>
    void StopWaiting();

    /// <summary>Ends in order: QUIT where the server waits for a command.</summary>
    void Leave();

    /// <summary>Answers what was asked.</summary>
    /// <param name="choice">The index of the answer.</param>
    /// <param name="text">What was typed, for a question that wants a text.</param>
    void Answer(int choice, string text);
}
