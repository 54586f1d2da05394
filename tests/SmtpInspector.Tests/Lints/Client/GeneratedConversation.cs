using System.Text;
using SmtpInspector.Tests.Grammar;

namespace SmtpInspector.Tests.Lints.Client;

/// <summary>Writes conversations that are right, by chance: the grammar's commands in the order of RFC 5321 §4.1.4.</summary>
sealed class GeneratedConversation
{
    readonly Abnf _abnf;
    readonly StringBuilder _text = new();
    readonly StringBuilder _owed = new();
    readonly bool _pipelining;
    readonly bool _chunking;
    bool _authenticated;

    GeneratedConversation(Random random)
    {
        _abnf = new Abnf(random);
        _pipelining = _abnf.Chance();
        _chunking = _abnf.Chance();
    }

    /// <summary>A transcript.</summary>
    public static string Of(int seed)
    {
        var conversation = new GeneratedConversation(new Random(seed));
        conversation.Write();
        return conversation._text.ToString();
    }

    void Write()
    {
        _text.Append("# SMTP transcript 1\ntls: implicit\n\nS: 220 foo.com ESMTP\n");
        Hello();
        var steps = _abnf.Next(6);
        for (var i = 0; i < steps; i++)
        {
            Step();
        }

        Say("QUIT", "221 bye", isLast: true);
    }

    void Hello()
    {
        Say(_abnf.Pick("EHLO ", "ehlo ") + _abnf.Domain(), "250-foo.com\nS: 250-SIZE\nS: 250-8BITMIME\nS: 250-BINARYMIME\nS: 250-DSN\nS: 250-SMTPUTF8\nS: 250-DELIVERBY\nS: 250-FUTURERELEASE\nS: 250-MT-PRIORITY\nS: 250-REQUIRETLS\n"
            + (_pipelining ? "S: 250-PIPELINING\n" : "") + (_chunking ? "S: 250-CHUNKING\n" : "") + "S: 250 AUTH CRAM-MD5 SCRAM-SHA-256", isLast: true);
    }

    void Step()
    {
        switch (_abnf.Next(8))
        {
            case 0:
                Hello();
                break;
            case 1:
                Say(_abnf.Pick("NOOP", "VRFY postmaster", "EXPN staff"), "250 ok", isLast: true);
                break;
            case 2:
                Say("RSET", "250 ok");
                break;
            case 3 when !_authenticated:
                Say("AUTH CRAM-MD5", "334 PDFAYT4=", isLast: true);
                _authenticated = _abnf.Chance();
                _text.Append(_authenticated ? "C: dSBkaWdlc3Q=\nS: 235 ok\n" : "C: *\nS: 501 cancelled\n");
                break;
            default:
                Transaction();
                break;
        }
    }

    void Transaction()
    {
        Say(_abnf.Mail(MailParameter), "250 ok");
        var recipients = _abnf.Next(4);
        for (var i = 0; i < recipients; i++)
        {
            Say(_abnf.Rcpt(_abnf.RcptParameter), _abnf.Pick("250 ok", "251 forwarded"));
        }

        if (recipients == 0 || _abnf.Next(5) == 0)
        {
            Say("RSET", "250 ok");
        }
        else if (_chunking && _abnf.Chance())
        {
            Say("BDAT 4", "250 ok");
            _text.Append("C: ab\n");
            Say("BDAT 0 LAST", _abnf.Pick("250 ok", "554 no"));
        }
        else
        {
            Say("DATA", "354 go", isLast: true);
            _text.Append("C: Date: Thu, 21 May 1998 05:33:29 -0700\nC: From: a@bar.com\nC:\nC: .\n");
            Owe(_abnf.Pick("250 ok", "554 no"));
        }
    }

    // BINARYMIME would forbid DATA.
    string MailParameter()
    {
        var parameter = _abnf.MailParameter();
        return parameter.Contains("BINARYMIME", StringComparison.OrdinalIgnoreCase) || parameter.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)
            ? "BODY=8BITMIME" : parameter;
    }

    void Say(string command, string reply, bool isLast = false)
    {
        _text.Append("C: ").Append(command).Append('\n');
        Owe(reply, isLast);
    }

    // A reply comes at once, or, in a group, together with those before it.
    void Owe(string reply, bool isLast = false)
    {
        _owed.Append("S: ").Append(reply).Append('\n');
        if (isLast || !_pipelining || _abnf.Chance())
        {
            _text.Append(_owed);
            _owed.Clear();
        }
    }
}
