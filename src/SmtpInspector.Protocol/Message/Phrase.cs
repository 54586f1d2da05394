using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>A run of words in a field of addresses: a display name, or the local-part of an address (RFC 5322 §3.2.5, §3.4.1).</summary>
sealed class Phrase
{
    readonly List<Word> _words = [];

    /// <summary>Whether there is no word.</summary>
    public bool IsEmpty => _words.Count == 0;

    /// <summary>Reads the words that come next, and the comments between and behind them.</summary>
    /// <returns>What is wrong; null when all is right.</returns>
    public string? Read(ref StructuredReader reader, List<string> comments)
    {
        _words.Clear();
        string? problem = null;
        var isApart = false;
        while (TryReadWord(ref reader, isApart, ref problem))
        {
            isApart = reader.SkipCfws(comments);
        }

        return problem;
    }

    /// <summary>The words as a display name, encoded ones decoded.</summary>
    public DecodedText Decode()
    {
        var decoder = new WordDecoder();
        for (var i = 0; i < _words.Count; i++)
        {
            var space = i > 0 && _words[i].IsApart ? " " : "";
            if (_words[i].Kind is WordKind.Atom)
            {
                decoder.Token(space, _words[i].Text);
            }
            else
            {
                // RFC 2047 §5 (3): an encoded word within a quoted string is none.
                decoder.Plain(space + _words[i].Text);
            }
        }

        return decoder.Complete();
    }

    /// <summary>Whether the words are a local-part. RFC 5322 §4.4: obs-local-part = word *("." word).</summary>
    public bool IsLocalPart()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if ((_words[i].Kind is WordKind.Dot) != (i % 2 == 1))
            {
                return false;
            }
        }

        return _words.Count % 2 == 1;
    }

    /// <summary>The words as a local-part, whether they are one or not.</summary>
    public string ToLocalPart()
    {
        if (_words.Count == 1)
        {
            return _words[0].Text;
        }

        var text = new StringBuilder();
        for (var i = 0; i < _words.Count; i++)
        {
            var joins = i == 0 || _words[i].Kind is WordKind.Dot || _words[i - 1].Kind is WordKind.Dot;
            text.Append(joins ? "" : " ").Append(_words[i].Text);
        }

        return text.ToString();
    }

    bool TryReadWord(ref StructuredReader reader, bool isApart, ref string? problem)
    {
        if (!reader.AtEnd && reader.Next == '"')
        {
            var quoted = reader.TakeQuotedString(out var isClosed);
            problem ??= isClosed ? null : "a quoted string does not end";
            _words.Add(new Word(quoted, WordKind.Quoted, isApart));
            return true;
        }

        // RFC 5322 §4.1: a dot in a phrase is obsolete syntax, common in initials.
        if (reader.TryTake('.'))
        {
            _words.Add(new Word(".", WordKind.Dot, isApart));
            return true;
        }

        // An encoded word is an atom by itself, though some senders leave a comma or the like in its text.
        var atom = reader.Next == '=' && EncodedWord.At(reader.Rest, out _) is { } encoded
            ? reader.Take(encoded.Length)
            : reader.TakeAtom();
        if (atom.IsEmpty)
        {
            return false;
        }

        _words.Add(new Word(atom.ToString(), WordKind.Atom, isApart));
        return true;
    }

    enum WordKind
    {
        Atom,
        Quoted,
        Dot,
    }

    readonly record struct Word(string Text, WordKind Kind, bool IsApart);
}
