using System.CommandLine;
using SmtpInspector.Credentials;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>credentials login|plain|decode|ses</c>.</summary>
static class CredentialsVerb
{
    public static Command Create() => new("credentials", "Make and read what AUTH needs; passwords are asked for, never arguments.")
    {
        Making("login", "USER", "The user name.", "The two answers of AUTH LOGIN.", CredentialsCommand.Login),
        Making("plain", "USER", "The user name.", "The message of AUTH PLAIN.", CredentialsCommand.Plain),
        Decoding(),
        Making("ses", "REGION", "The AWS region, such as eu-central-1.", "The SES SMTP password of a secret access key.", CredentialsCommand.Ses),
    };

    static Command Making(string name, string argumentName, string argumentHelp, string help, Func<string, Func<string, string>, TextWriter, TextWriter, int> make)
    {
        var argument = new Argument<string>(argumentName) { Description = argumentHelp };
        var command = new Command(name, help) { argument };
        command.SetAction((parsed, _) => Guarded.RunAsync(() =>
            Task.FromResult((ExitStatus)make(parsed.GetRequiredValue(argument), SecretInput.Read, Console.Out, Console.Error))));
        return command;
    }

    static Command Decoding()
    {
        var text = new Argument<string>("TEXT") { Description = "The base64 text." };
        var command = new Command("decode", "What a base64 text says, and what is wrong with it.") { text };
        command.SetAction((parsed, _) => Guarded.RunAsync(() =>
            Task.FromResult((ExitStatus)CredentialsCommand.Decode(parsed.GetRequiredValue(text), Console.Out))));
        return command;
    }
}
