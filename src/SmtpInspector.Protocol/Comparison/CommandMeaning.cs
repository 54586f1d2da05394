using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>What a command says, however it is written: without case where case means nothing, and without a credential.</summary>
/// <param name="Key">What two exchanges must share to be set beside each other.</param>
/// <param name="Argument">The main argument: a path, a name, a mechanism.</param>
/// <param name="Parameters">The parameters of MAIL and RCPT, in alphabetical order.</param>
sealed record CommandMeaning(string Key, string Argument, string Parameters)
{
    /// <summary>Whether the two say the same.</summary>
    public bool SaysTheSame(CommandMeaning other) => this == other;

    public static CommandMeaning Of(Exchange exchange)
    {
        if (exchange.Command is not { } command)
        {
            return new(exchange.Kind.ToString(), "", "");
        }

        if (command.IsAuthAnswer)
        {
            // What kind of credential it is, never which.
            return new("AUTH answer", command.Secrets is [var secret, ..] ? secret.Name : "", "");
        }

        return Grammar.CommandParser.Parse(command.RedactedContent, new List<Finding>()) switch
        {
            // RFC 5321 §3.2: HELO says the same to a server that knows no extensions.
            Command.Ehlo c => new("hello", $"EHLO {c.Name.Text.ToLowerInvariant()}", ""),
            Command.Helo c => new("hello", $"HELO {c.Name.Text.ToLowerInvariant()}", ""),
            Command.Lhlo c => new("hello", $"LHLO {c.Name.Text.ToLowerInvariant()}", ""),
            Command.Mail c => new("MAIL", PathOf(c.Path), ParametersOf(c.Parameters)),
            Command.Rcpt c => new("RCPT", PathOf(c.Path), ParametersOf(c.Parameters)),
            Command.Auth c => new("AUTH", c.Mechanism.Text.ToUpperInvariant(), ""),
            _ => new(command.Name, Words(command.RedactedContent), ""),
        };
    }

    // RFC 5321 §2.4: the domain has no case, the local part may have.
    static string PathOf(MailPath? path)
    {
        var text = path?.Whole.Text ?? "";
        var at = text.LastIndexOf('@');
        return at < 0 ? text : text[..at] + text[at..].ToLowerInvariant();
    }

    static string ParametersOf(IReadOnlyList<EsmtpParameter> parameters) => string.Join(
        ' ', parameters.Select(parameter => $"{parameter.Keyword.Text.ToUpperInvariant()}{(parameter.HasEquals ? "=" : "")}{parameter.Value.Text}").Order(StringComparer.Ordinal));

    static string Words(ReadOnlyMemory<byte> content) => string.Join(
        ' ', Encoding.UTF8.GetString(content.Span).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1));
}
