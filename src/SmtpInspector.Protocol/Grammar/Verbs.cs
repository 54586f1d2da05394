using System.Text;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The verbs as they are written on the wire and in JSON.</summary>
public static class Verbs
{
    static readonly (string Word, Verb Verb)[] Words =
    [
        ("EHLO", Verb.Ehlo),
        ("HELO", Verb.Helo),
        ("MAIL", Verb.Mail),
        ("RCPT", Verb.Rcpt),
        ("DATA", Verb.Data),
        ("RSET", Verb.Rset),
        ("VRFY", Verb.Vrfy),
        ("EXPN", Verb.Expn),
        ("HELP", Verb.Help),
        ("NOOP", Verb.Noop),
        ("QUIT", Verb.Quit),
        ("STARTTLS", Verb.StartTls),
        ("AUTH", Verb.Auth),
        ("BDAT", Verb.Bdat),
        ("ETRN", Verb.Etrn),
        ("BURL", Verb.Burl),
        ("LHLO", Verb.Lhlo),
        ("XCLIENT", Verb.XClient),
    ];

    /// <summary>Every verb that can be typed, in the order of the RFCs.</summary>
    public static IReadOnlyList<string> All { get; } = Array.ConvertAll(Words, row => row.Word);

    /// <summary>The verb a command line begins with: the octets up to the first space, tab or the end of the content.</summary>
    public static Verb Of(ReadOnlySpan<byte> content)
    {
        var word = WordOf(content);
        foreach (var (text, verb) in Words)
        {
            // RFC 5321 §2.4: verbs are not case sensitive.
            if (Ascii.EqualsIgnoreCase(word, text))
            {
                return verb;
            }
        }

        return Verb.Unknown;
    }

    /// <summary>The first word of a command line, as sent.</summary>
    public static ReadOnlySpan<byte> WordOf(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOfAny((byte)' ', (byte)'\t');
        return end < 0 ? content : content[..end];
    }

    /// <summary>The name of a command this program does not know: its first word in upper case; a placeholder as it is.</summary>
    public static string UnknownName(ReadOnlySpan<byte> content)
    {
        var word = Encoding.UTF8.GetString(WordOf(content));
        return word.Contains("{secret:", StringComparison.Ordinal) ? word : word.ToUpperInvariant();
    }

    /// <summary>What JSON calls a reply's addressee: the verb in upper case, <c>connection</c>, or <c>message</c>.</summary>
    public static string Name(Verb verb) => verb switch
    {
        Verb.Connection => "connection",
        Verb.EndOfData => "message",
        Verb.Unknown => "",
        _ => Array.Find(Words, row => row.Verb == verb).Word,
    };
}
