using SmtpInspector.Session;

namespace SmtpInspector.Json;

/// <summary>Prints the conversation as JSON Lines: an object for each entry, in order.</summary>
sealed class JsonPrinter(Stream output, bool keepSecrets) : IConversationObserver
{
    readonly EntryJson _json = new(keepSecrets);

    public void Take(in Observed observed)
    {
        foreach (var entry in observed.Entries)
        {
            if (_json.TryRender(entry, out var line))
            {
                output.Write(line.Span);
            }
        }

        output.Flush();
    }
}
