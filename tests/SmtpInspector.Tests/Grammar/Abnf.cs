using System.Text;

namespace SmtpInspector.Tests.Grammar;

/// <summary>
/// Writes what the ABNF of the RFCs allows, by chance. Each method is a rule of the grammar, by its own name.
/// </summary>
sealed class Abnf(Random random)
{
    const string Atext = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~";
    const string LetDig = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const string Digits = "0123456789";
    const string Hex = "0123456789abcdefABCDEF";

    /// <summary>Whether addresses and values may hold UTF8-non-ascii (RFC 6531 §3.3).</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>A command of RFC 5321 §4.1.1 or an extension's, verb and all in any case.</summary>
    public string Command() => Next(17) switch
    {
        0 => Case("EHLO ") + (Chance() ? Domain() : AddressLiteral()),
        1 => Case("HELO ") + Domain(),
        2 => Case("LHLO ") + Domain(),
        3 or 4 => Mail(MailParameter),
        5 or 6 => Rcpt(RcptParameter),
        7 => Case("DATA"),
        8 => Case("RSET"),
        9 => Case("VRFY ") + String(),
        10 => Case("EXPN ") + String(),
        11 => Case("HELP") + (Chance() ? "" : " " + String()),
        12 => Case("NOOP") + (Chance() ? "" : " " + String()),
        13 => Case("QUIT"),
        14 => Case("STARTTLS"),
        15 => Case("BDAT ") + Number(8) + (Chance() ? "" : " " + Case("LAST")),
        _ => Auth(),
    };

    public string Mail(Func<string> parameter) => Case("MAIL FROM:") + ReversePath() + Parameters(parameter);

    public string Rcpt(Func<string> parameter) => Case("RCPT TO:") + ForwardPath() + Parameters(parameter);

    public string Auth() => Case("AUTH ") + (Chance()
        ? Case(Pick("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "GSSAPI", "DIGEST-MD5"))
        : Case("SCRAM-SHA-256 ") + (Chance() ? "=" : Base64()));

    public string MailParameter() => Next(11) switch
    {
        0 => Case("SIZE=") + Number(20),
        1 => Case("BODY=" + Pick("7BIT", "8BITMIME", "BINARYMIME")),
        2 => Case("RET=" + Pick("FULL", "HDRS")),
        3 => Case("ENVID=") + Xtext(1, 60),
        4 => Case("AUTH=") + (Chance() ? "<>" : EncodeXtext(AsciiMailbox())),
        5 => Case("BY=") + Pick("", "-", "+") + Number(9) + ";" + Case(Pick("N", "R")) + Case(Pick("", "T")),
        6 => Case("HOLDFOR=") + Pick('1', '9') + Number(8),
        7 => Case("MT-PRIORITY=") + (Chance() ? "0" : Pick("", "-") + Pick('1', '9')),
        8 => Case("REQUIRETLS"),
        9 => Case("SMTPUTF8"),
        _ => Keyword() + (Chance() ? "" : "=" + Value()),
    };

    public string RcptParameter() => Next(3) switch
    {
        0 => Case("NOTIFY=") + Case(Chance() ? "NEVER" : string.Join(',', Some(1, 3, () => Pick("SUCCESS", "FAILURE", "DELAY")))),
        1 => Case("ORCPT=") + Pick("rfc822", "x400", "RFC822") + ";" + Xtext(1, 40),
        _ => Keyword() + (Chance() ? "" : "=" + Value()),
    };

    /// <summary>[SP Mail-parameters], none twice.</summary>
    string Parameters(Func<string> parameter)
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in Some(0, 3, parameter))
        {
            if (seen.Add(one.Split('=')[0]))
            {
                text.Append(' ').Append(one);
            }
        }

        return text.ToString();
    }

    public string ReversePath() => Chance() && Chance() ? "<>" : Path();

    public string ForwardPath() => Next(6) switch
    {
        0 => "<" + Case("Postmaster") + ">",
        1 => "<" + Case("Postmaster") + "@" + Domain() + ">",
        _ => Path(),
    };

    /// <summary>Path = "&lt;" [ A-d-l ":" ] Mailbox "&gt;", within the 256 octets of RFC 5321 §4.5.3.1.3.</summary>
    string Path() => "<" + (Next(5) == 0 ? string.Join(',', Some(1, 2, () => "@" + Domain())) + ":" : "") + Mailbox() + ">";

    string Mailbox() => LocalPart() + "@" + (Next(5) == 0 ? AddressLiteral() : Domain());

    string AsciiMailbox() => new Abnf(random).Mailbox();

    string LocalPart() => Chance() ? string.Join('.', Some(1, 3, Atom)) : QuotedString();

    string Atom() => Word(1, 6, Atext) + NonAscii();

    string String() => Chance() ? Atom() : QuotedString();

    string QuotedString() =>
        "\"" + string.Concat(Some(0, 6, () => Chance() ? "\\" + (char)random.Next(32, 127) : QtextSmtp())) + NonAscii() + "\"";

    string QtextSmtp()
    {
        var octet = (char)random.Next(32, 127);
        return octet is '"' or '\\' ? " " : octet.ToString();
    }

    public string Domain() => string.Join('.', Some(1, 3, () => SubDomain()));

    string SubDomain() => Word(1, 1, LetDig) + (Chance() ? "" : Word(0, 8, LetDig + "-") + Word(1, 1, LetDig)) + (SmtpUtf8 ? NonAscii() : "");

    string AddressLiteral() => Next(4) switch
    {
        0 => "[" + IPv4() + "]",
        1 => "[" + Case("IPv6:") + IPv6() + "]",
        2 => "[" + Case("IPv6:") + IPv6WithIPv4() + "]",
        _ => "[x" + Word(0, 4, LetDig) + ":" + Word(1, 8, LetDig + "!@;/^~") + "]",
    };

    string IPv4() => string.Join('.', Some(4, 4, () => random.Next(256).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    // "::" stands for at least two groups: at most six others beside it.
    string IPv6()
    {
        if (Chance())
        {
            return string.Join(':', Some(8, 8, Group));
        }

        var left = random.Next(7);
        return Groups(left) + "::" + Groups(random.Next(7 - left));
    }

    string IPv6WithIPv4()
    {
        if (Chance())
        {
            return string.Join(':', Some(6, 6, Group)) + ":" + IPv4();
        }

        var left = random.Next(5);
        var right = random.Next(5 - left);
        return Groups(left) + "::" + Groups(right) + (right == 0 ? "" : ":") + IPv4();
    }

    string Groups(int count) => string.Join(':', Some(count, count, Group));

    string Group() => Word(1, 4, Hex);

    string Keyword() => "x" + Word(0, 5, LetDig + "-");

    string Value() => string.Concat(Some(1, 8, () =>
    {
        var octet = (char)random.Next(33, 127);
        return octet == '=' ? "-" : octet.ToString();
    }));

    string Xtext(int least, int most) => EncodeXtext(string.Concat(Some(least, most, () => ((char)random.Next(32, 127)).ToString())));

    static string EncodeXtext(string text)
    {
        var encoded = new StringBuilder();
        foreach (var character in text)
        {
            encoded.Append(character is < '!' or > '~' or '+' or '=' ? $"+{(int)character:X2}" : character.ToString());
        }

        return encoded.ToString();
    }

    string Base64()
    {
        var octets = new byte[random.Next(1, 40)];
        random.NextBytes(octets);
        return Convert.ToBase64String(octets);
    }

    string NonAscii() => SmtpUtf8 && Chance() ? Pick("ü", "пример", "例え", "😀") : "";

    string Number(int digits) => Word(1, digits, Digits);

    string Word(int least, int most, string letters) =>
        string.Concat(Some(least, most, () => letters[random.Next(letters.Length)].ToString()));

    string Case(string text) => string.Concat(text.Select(letter => Chance() ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));

    IEnumerable<string> Some(int least, int most, Func<string> one) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => one())];

    public string Pick(params string[] words) => words[random.Next(words.Length)];

    char Pick(char from, char to) => (char)random.Next(from, to + 1);

    public bool Chance() => random.Next(2) == 0;

    public int Next(int below) => random.Next(below);
}
