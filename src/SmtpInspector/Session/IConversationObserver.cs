namespace SmtpInspector.Session;

/// <summary>An output of the program: a printer, the recorder.</summary>
interface IConversationObserver
{
    /// <summary>Takes the next event, in the order of the wire.</summary>
    void Take(in Observed observed);
}
