using System.Collections.Immutable;
using System.Text;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// The credentials of a conversation as words, for texts that are no lines of it: a finding quotes what it is about, a header field is
/// decoded, a server's offers are kept in its state. A value.
/// </summary>
sealed class SecretWords
{
    // A shorter one would blot out words that only happen to contain it; it is hidden in its own line all the same.
    const int Shortest = 4;

    const string Hidden = "***";

    readonly ImmutableSortedSet<string> _words;

    // In the other forms that they are known to take; of many the newest.
    readonly KnownSecrets _known;

    SecretWords(ImmutableSortedSet<string> words, KnownSecrets known) => (_words, _known) = (words, known);

    /// <summary>None.</summary>
    public static SecretWords None { get; } = new(ImmutableSortedSet<string>.Empty.WithComparer(Comparer<string>.Create(LongestFirst)), new KnownSecrets());

    /// <summary>These and those in some lines. Lines that are made on demand have been looked at when they were made first.</summary>
    public SecretWords With(Log<ShownLine> lines)
    {
        var words = _words;
        var known = _known.Copy();
        for (var i = lines.Start; i < lines.Count; i++)
        {
            var line = lines[i];
            for (var j = 0; j < line.Secrets.Count; j++)
            {
                var secret = line.Secrets[j];
                var octets = line.Wire.Bytes.Span[secret.Start..secret.End];
                var word = Encoding.UTF8.GetString(octets);
                if (word.Length >= Shortest && word != Redactor.Placeholder(secret.Name))
                {
                    words = words.Add(word);
                    if (line.Wire.Direction == Direction.Client)
                    {
                        known.AddPayload(octets, secret.Name);
                    }
                }
            }
        }

        return ReferenceEquals(words, _words) ? this : new SecretWords(words, known);
    }

    // A word that holds another one is hidden before it is torn.
    static int LongestFirst(string a, string b) => b.Length != a.Length ? b.Length - a.Length : string.CompareOrdinal(a, b);

    /// <summary>A text without them.</summary>
    public string Hide(string text)
    {
        text = _known.Hide(text);
        foreach (var word in _words)
        {
            text = text.Replace(word, Hidden, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
