using System.Diagnostics;
using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Cli;

/// <summary>
/// Where the password comes from: standard input, a command, the environment, or a prompt without echo. Never an
/// argument, which every user of the machine could read.
/// </summary>
sealed class PasswordSource(ConversationArguments arguments, PipeInput? input)
{
    const string Variable = "SMTP_INSPECTOR_PASSWORD";

    string? _password;
    string? _user;

    /// <summary>Asks for the password of a user where there is a screen to ask on; null: at the terminal.</summary>
    public Func<string, CancellationToken, ValueTask<string>>? Ask { get; init; }

    /// <summary>The password where it is known already.</summary>
    public string? Known { init => _password = value; }

    /// <summary>The exchange asked for; null where none is. The password is asked for before the connection is made.</summary>
    public async ValueTask<AuthRequest?> RequestAsync(TargetServer server, CancellationToken cancellationToken)
    {
        if (arguments.Auth is not { } mechanism)
        {
            return null;
        }

        var login = await LoginAsync(server, cancellationToken);
        return new AuthRequest(mechanism, login.UserName, login.Secret);
    }

    /// <summary>User name and password.</summary>
    /// <exception cref="UsageException">There is none, and nobody to ask.</exception>
    public async ValueTask<SaslCredentials> LoginAsync(TargetServer server, CancellationToken cancellationToken)
    {
        if (arguments.User is null && server.Practice is { } practice)
        {
            return new SaslCredentials(practice.UserName, practice.Password);
        }

        // A screen has the terminal: whoever opened it has asked before.
        var user = _user ??= arguments.User ?? (Ask is null ? UserPrompt.Read() : null) ?? throw new UsageException("A user name is needed: --user NAME.");
        _password ??= await ReadAsync($"Password of {user}: ", cancellationToken);
        return new SaslCredentials(user, _password);
    }

    /// <summary>A credential of the user's own naming: what the password options give, else it is asked for.</summary>
    /// <exception cref="UsageException">Nobody can be asked.</exception>
    public async ValueTask<string> AskForAsync(string name, CancellationToken cancellationToken)
    {
        if (IsGiven)
        {
            _password ??= await ReadAsync("", cancellationToken);
        }

        return _password ?? SecretPrompt.Read($"{{secret:{name}}}: ") ?? throw NobodyToAsk(name);
    }

    /// <summary>
    /// Sees to it, before the connection is made, that there will be something to put where a transcript leaves credentials
    /// out: with the conversation under way the server would wait meanwhile, and close.
    /// </summary>
    /// <exception cref="UsageException">Nobody can be asked.</exception>
    public async ValueTask PrepareAsync(IReadOnlyList<string> leftOut, TargetServer server, CancellationToken cancellationToken)
    {
        if (leftOut.Any(ScriptCredentials.IsOfLogin))
        {
            await LoginAsync(server, cancellationToken);
        }

        if (leftOut.FirstOrDefault(name => !ScriptCredentials.IsOfLogin(name)) is { } own && !IsGiven && _password is null && Console.IsInputRedirected)
        {
            throw NobodyToAsk(own);
        }
    }

    bool IsGiven => arguments.PasswordStdin || arguments.PasswordCommand is not null || Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    static UsageException NobodyToAsk(string name) =>
        new($"The transcript leaves out {{secret:{name}}}, and there is no terminal to ask at: use --password-stdin, --password-command or {Variable}.");

    async ValueTask<string> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        if (arguments.PasswordStdin)
        {
            var line = await (input ?? new PipeInput(StandardStreams.OpenInput())).NextAsync(cancellationToken);
            return line is { } password ? Encoding.UTF8.GetString(password.Span) : throw new UsageException("--password-stdin: standard input is empty.");
        }

        if (arguments.PasswordCommand is { } command)
        {
            return await OutputOfAsync(command, arguments.Connection.Names.Label("password-command"), cancellationToken);
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } fromEnvironment)
        {
            // No child of this process inherits it.
            Environment.SetEnvironmentVariable(Variable, null);
            return fromEnvironment;
        }

        return Ask is { } ask ? await ask(_user ?? "", cancellationToken) : SecretPrompt.Read(prompt)
            ?? throw new UsageException($"A password is needed, and there is no terminal to ask at: use --password-stdin, --password-command or {Variable}.");
    }

    static async Task<string> OutputOfAsync(string command, string option, CancellationToken cancellationToken)
    {
        var shell = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        var start = new ProcessStartInfo(shell.Item1) { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(shell.Item2);
        start.ArgumentList.Add(command);
        start.Environment.Remove(Variable);
        using var process = Process.Start(start) ?? throw new UsageException($"{option}: the shell did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var line = output.Split('\n')[0].TrimEnd('\r');
        return process.ExitCode == 0 && line.Length > 0
            ? line
            : throw new UsageException(FormattableString.Invariant($"{option} ended with {process.ExitCode} and printed {(line.Length == 0 ? "nothing" : "something")}."));
    }
}
