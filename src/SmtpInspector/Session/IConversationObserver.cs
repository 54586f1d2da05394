namespace SmtpInspector.Session;

/// <summary>An output of the program: a printer, the recorder.</summary>
interface IConversationObserver
{
    /// <summary>Takes the next event, in the order of the wire.</summary>
    void Take(in Observed observed);

    /// <summary>
    /// The lines of content taken so far are about to be sent, or nothing follows for now: what was held back of them
    /// goes out. Nothing else is ever held back.
    /// </summary>
    void Flush()
    {
    }
}
