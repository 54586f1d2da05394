using System.Runtime.CompilerServices;
using System.Text;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>
/// The credentials of a conversation as words, for texts that are no lines of it: a finding quotes what it is about, a header field is
/// decoded, a server's offers are kept in its state.
/// </summary>
sealed class SecretWords
{
    // A shorter one would blot out words that only happen to contain it; it is hidden in its own line all the same.
    const int Shortest = 4;

    const string Hidden = "***";

    // By the first item, which all versions of a conversation share: what is new is looked through once.
    static readonly ConditionalWeakTable<TranscriptItem, SecretWords> Known = [];

    readonly HashSet<string> _words = [];
    int _seen;

    /// <summary>Those of the items there are.</summary>
    public static SecretWords Of(Conversation conversation)
    {
        if (conversation.Items.Count == 0)
        {
            return new SecretWords();
        }

        var known = Known.GetValue(conversation.Items[0], static _ => new SecretWords());
        lock (known)
        {
            known.LookThrough(conversation.Items);
        }

        return known;
    }

    /// <summary>A text without them.</summary>
    public string Hide(string text)
    {
        lock (this)
        {
            foreach (var word in _words)
            {
                text = text.Replace(word, Hidden, StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }

    void LookThrough(Log<TranscriptItem> items)
    {
        for (; _seen < items.Count; _seen++)
        {
            var lines = items[_seen].Lines;
            for (var i = 0; i < lines.Count; i++)
            {
                var line = lines[i];
                for (var j = 0; j < line.Secrets.Count; j++)
                {
                    var secret = line.Secrets[j];
                    var word = Encoding.UTF8.GetString(line.Wire.Bytes.Span[secret.Start..secret.End]);
                    if (word.Length >= Shortest && word != Redactor.Placeholder(secret.Name))
                    {
                        _words.Add(word);
                    }
                }
            }
        }
    }
}
