using System.Runtime.InteropServices;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Joins words to text: plain ones as they are, encoded ones decoded.</summary>
sealed class WordDecoder
{
    // One sentence for each unknown charset; a field with more of them than this is no field to read.
    const int MostNotes = 10;

    readonly StringBuilder _text = new();
    List<string>? _notes;
    List<byte>? _octets;
    string? _charset;

    /// <summary>Takes text that holds no encoded word.</summary>
    public void Plain(ReadOnlySpan<char> text)
    {
        Flush();
        _text.Append(text);
    }

    /// <summary>Takes a word and the white space before it.</summary>
    public void Token(ReadOnlySpan<char> space, ReadOnlySpan<char> token)
    {
        var word = EncodedWord.At(token, out _);
        if (word is null || word.Length != token.Length)
        {
            Plain(space);
            _text.Append(token);
            return;
        }

        // RFC 2047 §6.2: white space that separates adjacent encoded words is ignored.
        if (_charset is null)
        {
            _text.Append(space);
        }

        // RFC 2047 §5 wants whole characters in each word. Many senders cut them, so octets of one charset are joined
        // first; a stateful charset begins anew in each word (§6.2) and returns to ASCII at its end, so joining is safe.
        if (!word.Charset.Equals(_charset, StringComparison.OrdinalIgnoreCase))
        {
            Flush();
            _charset = word.Charset;
        }

        _octets ??= [];
        _octets.AddRange(word.Octets.Span);
    }

    /// <summary>The text and what is to be said of it.</summary>
    public DecodedText Complete()
    {
        Flush();
        return new DecodedText(HeaderText.Visible(_text.ToString()), _notes ?? []);
    }

    void Flush()
    {
        if (_charset is null)
        {
            return;
        }

        var decoded = Charset.Decode(_charset, CollectionsMarshal.AsSpan(_octets));
        _text.Append(decoded.Text);
        foreach (var note in decoded.Notes)
        {
            _notes ??= [];
            if (_notes.Count < MostNotes && !_notes.Contains(note))
            {
                _notes.Add(note);
            }
        }

        _charset = null;
        _octets!.Clear();
    }
}
