using SmtpInspector.Session;

namespace SmtpInspector.Json;

/// <summary>Prints the conversation as JSON Lines: an object for each entry, in order.</summary>
sealed class JsonPrinter(Stream output, bool keepSecrets) : IConversationObserver
{
    readonly EntryJson _json = new(keepSecrets);

    public void Take(in Observed observed)
    {
        for (var i = 0; i < observed.Entries.Count; i++)
        {
            var entry = observed.Entries[i];
            if (_json.TryRender(entry, out var line))
            {
                output.Write(line.Span);
            }
        }

        output.Flush();
    }
}
