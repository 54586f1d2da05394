using System.Collections.Concurrent;
using SmtpInspector.LineMode;
using SmtpInspector.Net.Practice;
using SmtpInspector.Practice;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>
/// Says what the practice server accepted, under the reply that told the client so: the server knows of the message
/// before it answers.
/// </summary>
sealed class ReceivedPrinter(ILineOutput output, ConcurrentQueue<ReceivedMessage> received) : IConversationObserver
{
    public void Take(in Observed observed)
    {
        foreach (var entry in observed.Entries)
        {
            while (entry is Entry.Reply && received.TryDequeue(out var message))
            {
                output.Print([new($"* practice server received: {ReceivedText.Of(message)}", LineColours.Event)]);
            }
        }
    }
}
