using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;

namespace SmtpInspector.Credentials;

/// <summary>A base64 text of an AUTH exchange, read as generously as possible, and everything that is wrong about it.</summary>
sealed partial record PayloadReading
{
    readonly List<Finding> _findings = [];
    readonly List<string> _hints = [];
    List<(string Name, ReadOnlyMemory<byte> Value)> _parts = [];

    PayloadReading()
    {
    }

    /// <summary>Whether the text could be read at all.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>What it says, part by part.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Value)> Parts => _parts;

    /// <summary>What the judge finds.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What else is worth saying, in one line each; without an octet of the text.</summary>
    public IReadOnlyList<string> Hints => _hints;

    /// <summary>Reads a text.</summary>
    public static PayloadReading Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new PayloadReading();
        if (reading.Decode(text) is { } decoded)
        {
            reading.IsReadable = true;
            reading.Read(decoded);
        }

        return reading;
    }

    byte[]? Decode(string text)
    {
        var findings = new List<Finding>();
        if (Credential.Decode(new Token(Encoding.UTF8.GetBytes(text), 0), findings) is { } exact)
        {
            return exact;
        }

        _findings.AddRange(findings);
        var mended = Mend(text);
        if (mended != text && Credential.Decode(new Token(Encoding.UTF8.GetBytes(mended), 0), []) is { } decoded)
        {
            return decoded;
        }

        _hints.Clear();
        _hints.Add("if this is the user name or the password itself: AUTH wants it in base64, which smtp-inspector credentials login USER makes");
        return null;
    }

    /// <summary>Undoes the usual damage, and says what it was.</summary>
    string Mend(string text)
    {
        // A whole line was pasted off the wire: what is encoded is its last word.
        var payload = text.Trim().Split(' ') is [_, ..] words && (words[0] == "334" || words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase)) ? words[^1] : text;
        var mended = string.Concat(payload.Where(letter => !char.IsWhiteSpace(letter)));
        if (mended.Length != payload.Length)
        {
            _hints.Add("there is white space in the base64, which a server does not take; read here without it");
        }

        if (mended.AsSpan().IndexOfAny('-', '_') >= 0)
        {
            _hints.Add("- and _ belong to another alphabet, that of URLs; SMTP's has + and /; read here as those");
            mended = mended.Replace('-', '+').Replace('_', '/');
        }

        var bare = mended.TrimEnd('=');
        var padded = bare.PadRight((bare.Length + 3) / 4 * 4, '=');
        if (padded != mended && bare.Length % 4 != 1)
        {
            _hints.Add("the padding is wrong: = signs fill up the last group of four characters; read here as if it were right");
            mended = padded;
        }

        return mended;
    }

    void Read(byte[] decoded)
    {
        if (IsUtf16(decoded))
        {
            _parts = [("text", decoded)];
            _hints.Add("every second octet is NUL: this was encoded from UTF-16, as PowerShell's Unicode encoding gives it; AUTH wants UTF-8");
        }
        else if (decoded.Contains((byte)0))
        {
            ReadPlain(decoded);
        }
        else if (decoded.Contains((byte)1))
        {
            ReadToken(decoded);
        }
        else
        {
            ReadText(decoded);
        }

        if (!Utf8.IsValid(decoded))
        {
            _hints.Add("it is not UTF-8: either no text at all, or from a program that encodes in another character set");
        }
    }

    /// <summary>RFC 4616 §2: [authzid] NUL authcid NUL passwd.</summary>
    void ReadPlain(byte[] decoded)
    {
        Credential.Check("PLAIN", 0, decoded, default, isSes: false, _findings);
        var first = decoded.AsSpan().IndexOf((byte)0);
        var second = decoded.AsSpan(first + 1).IndexOf((byte)0) is >= 0 and var next ? first + 1 + next : -1;
        if (second < 0)
        {
            _parts = [("AUTH PLAIN, first part", decoded.AsMemory(0, first)), ("AUTH PLAIN, second part", decoded.AsMemory(first + 1))];
            _hints.Add("there is one NUL; a PLAIN message has two: before the user name and before the password");
            return;
        }

        _parts = [("user name", decoded.AsMemory((first + 1)..second)), ("password", decoded.AsMemory(second + 1))];
        if (first > 0)
        {
            _parts.Insert(0, ("identity to act as", decoded.AsMemory(0, first)));
            _hints.Add("there is an identity to act as before the first NUL; most servers want nothing there");
        }

        foreach (var (name, value) in _parts)
        {
            CheckEdges(name, value.Span);
        }
    }

    /// <summary>The messages whose parts are divided by Ctrl-A: XOAUTH2 and OAUTHBEARER (RFC 7628 §3.1).</summary>
    void ReadToken(byte[] decoded)
    {
        var name = decoded.AsSpan().StartsWith("user="u8) ? "XOAUTH2" : "OAUTHBEARER";
        Credential.Check(name, 0, decoded, default, isSes: false, _findings);
        for (var start = 0; start < decoded.Length;)
        {
            var end = decoded.AsSpan(start).IndexOf((byte)1) is >= 0 and var found ? start + found : decoded.Length;
            if (end > start)
            {
                _parts.Add((name, decoded.AsMemory(start..end)));
            }

            start = end + 1;
        }
    }

    void ReadText(byte[] decoded)
    {
        _parts = [("text", decoded)];
        Credential.Check("LOGIN", 1, decoded, default, isSes: true, _findings);
        CheckEdges("text", decoded);
        var text = Encoding.UTF8.GetString(decoded);
        var hint = text switch
        {
            "" => "there is nothing in it",
            "Username:" or "User Name\0" => "this is the server's question for the user name (AUTH LOGIN)",
            "Password:" => "this is the server's question for the password (AUTH LOGIN)",
            _ when text.StartsWith("n,,n=", StringComparison.Ordinal) => "this is the client's first message of SCRAM (RFC 5802 §7)",
            _ when text.StartsWith("c=", StringComparison.Ordinal) => "this is the client's proof of SCRAM (RFC 5802 §7)",
            _ when CramResponse().IsMatch(text) => "this is an answer of CRAM-MD5: user name and digest (RFC 2195 §2)",
            _ when AccessKeyId().IsMatch(text) => "this looks like an AWS access key id: the user name for SES",
            _ when SmtpPassword().IsMatch(text) => "this looks like an SES SMTP password",
            _ => null,
        };
        if (hint is not null)
        {
            _hints.Add(hint);
        }
    }

    void CheckEdges(string name, ReadOnlySpan<byte> value)
    {
        var edge = value switch
        {
            [.., (byte)'\r', (byte)'\n'] => "ends in CR LF",
            [.., (byte)'\n'] => "ends in LF, the newline that echo adds",
            [.., (byte)'\r'] => "ends in CR, half of a line ending of Windows",
            [(byte)' ', ..] or [.., (byte)' '] => "begins or ends with a space",
            _ => null,
        };
        if (edge is not null)
        {
            _hints.Add($"the {name} {edge}");
        }
    }

    static bool IsUtf16(byte[] decoded) =>
        decoded.Length >= 4 && decoded.Length % 2 == 0 && decoded.Where((octet, index) => index % 2 == 1 && octet == 0).Count() == decoded.Length / 2;

    [GeneratedRegex(@"^\S+ [0-9a-f]{32}\s*$")]
    private static partial Regex CramResponse();

    [GeneratedRegex(@"^A[KS]IA[A-Z0-9]{16}\s*$")]
    private static partial Regex AccessKeyId();

    [GeneratedRegex(@"^B[A-Za-z0-9+/]{43}\s*$")]
    private static partial Regex SmtpPassword();
}
