using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Reads a command line. Total: any octets make a command, and what is wrong with them becomes findings.</summary>
public static class CommandParser
{
    const string CommandSection = "RFC 5321 §4.1.1";

    /// <summary>Reads one command.</summary>
    /// <param name="content">The line without its ending. The command keeps views of it, no copies.</param>
    /// <param name="findings">
    /// Receives what is wrong with the form of the command by itself. What depends on the line's ending and length,
    /// or on the conversation before it, is said elsewhere.
    /// </param>
    public static Command Parse(ReadOnlyMemory<byte> content, ICollection<Finding> findings)
    {
        // RFC 5321 §4.1.1: trailing white space is tolerated, so it is no part of any value.
        var line = new Token(content, 0).TrimEnd();
        var word = Words.TakeWord(line, 0);
        var verb = Verbs.Of(word.Span);
        return verb switch
        {
            Verb.Mail => PathCommands.Mail(line, word.End, findings),
            Verb.Rcpt => PathCommands.Rcpt(line, word.End, findings),
            Verb.Data => Argument(line, word, findings) is { IsEmpty: false } extra
                ? new Command.Data(NotAllowed("DATA", extra, findings)) : BareData,
            Verb.Rset => Argument(line, word, findings) is { IsEmpty: false } extra
                ? new Command.Rset(NotAllowed("RSET", extra, findings)) : BareRset,
            Verb.Quit => Argument(line, word, findings) is { IsEmpty: false } extra
                ? new Command.Quit(NotAllowed("QUIT", extra, findings)) : BareQuit,
            Verb.StartTls => new Command.StartTls(
                NotAllowed("STARTTLS", Argument(line, word, findings), findings, "RFC 3207 §4")),
            Verb.Ehlo or Verb.Helo or Verb.Lhlo => Hello(verb, line, word, findings),
            Verb.Noop => Argument(line, word, findings) is { IsEmpty: false } text
                ? new Command.Noop(FreeText(text, findings)) : BareNoop,
            Verb.Help => new Command.Help(FreeText(Argument(line, word, findings), findings)),
            Verb.Vrfy => UserName.Vrfy(Argument(line, word, findings), line.End, findings),
            Verb.Expn => UserName.Expn(Argument(line, word, findings), line.End, findings),
            Verb.Auth => AuthSyntax.Parse(Argument(line, word, findings), line.End, findings),
            Verb.Bdat => BdatSyntax.Parse(Argument(line, word, findings), line.End, findings),
            Verb.Burl => Burl(Argument(line, word, findings), line.End, findings),
            Verb.Etrn => new Command.Etrn(Required(
                Argument(line, word, findings), line.End, findings, "ETRN needs the name of the host whose mail is waited for, as in ETRN example.com.", "RFC 1985 §5")),
            Verb.XClient => new Command.XClient(Rest(line, word)),
            _ => Unknown(line, word, findings),
        };
    }

    static readonly Command.Data BareData = new(default(Token));
    static readonly Command.Rset BareRset = new(default(Token));
    static readonly Command.Quit BareQuit = new(default(Token));
    static readonly Command.Noop BareNoop = new(default(Token));

    static Command Hello(Verb verb, Token line, Token word, ICollection<Finding> findings)
    {
        var (name, kind) = EhloName.Parse(verb, Argument(line, word, findings), line.End, findings);
        return verb switch
        {
            Verb.Helo => new Command.Helo(name, kind),
            Verb.Lhlo => new Command.Lhlo(name, kind),
            _ => new Command.Ehlo(name, kind),
        };
    }

    // RFC 4468 §3: BURL's form only; what the URL says is between the client and the two servers.
    static Command.Burl Burl(Token argument, int end, ICollection<Finding> findings)
    {
        var url = Words.TakeWord(
            Required(argument, end, findings, "BURL needs the URL of the content to fetch, then LAST when it is the last part.", "RFC 4468 §3"), 0);
        var rest = Words.SkipWhiteSpace(argument.Span, url.Length);
        var isLast = argument.From(rest).Is("LAST");
        if (rest < argument.Length && !isLast)
        {
            findings.AddSyntax(argument.Start + rest, argument.End, "After the URL of BURL only LAST may follow.", "RFC 4468 §3");
        }

        return new Command.Burl(url, isLast);
    }

    static Command.Unknown Unknown(Token line, Token word, ICollection<Finding> findings)
    {
        if (line.IsEmpty)
        {
            findings.AddSyntax(0, 0, "An empty line is no command: every command begins with its verb.", "RFC 5321 §2.4");
        }
        else if (word.IsEmpty)
        {
            var start = Words.SkipWhiteSpace(line.Span, 0);
            findings.AddSyntax(0, start, "A command begins with its verb; nothing may stand before it, not even a space.", "RFC 5321 §2.4");
        }

        return new Command.Unknown(word, Rest(line, word));
    }

    static Token Rest(Token line, Token word) => line.From(Words.SkipWhiteSpace(line.Span, word.End));

    /// <summary>What follows the verb and one space.</summary>
    static Token Argument(Token line, Token word, ICollection<Finding> findings)
    {
        if (word.End == line.Length)
        {
            return default;
        }

        var argument = Rest(line, word);
        Separation.Check(line, word.End, argument.Start, findings);
        return argument;
    }

    static Token NotAllowed(string verb, Token argument, ICollection<Finding> findings, string reference = CommandSection)
    {
        if (!argument.IsEmpty)
        {
            findings.Add(
                FindingId.ArgumentNotAllowed, argument.Where, $"{verb} takes no argument: send the word alone.", reference);
        }

        return argument;
    }

    static Token Required(Token argument, int end, ICollection<Finding> findings, string message, string reference)
    {
        if (argument.IsEmpty)
        {
            findings.AddSyntax(end, end, message, reference);
        }

        return argument;
    }

    // The grammar wants an atom or a quoted string here, but the text means nothing to the server
    // (RFC 5321 §4.1.1.9): only what is no SMTP text at all is worth a word.
    static Token FreeText(Token argument, ICollection<Finding> findings)
    {
        CommandText.Check(argument, findings);
        return argument;
    }
}
