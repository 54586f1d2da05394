namespace SmtpInspector.Tests.Peers;

/// <summary>
/// The program as a user has it: a process with arguments, standard input and an exit status. It is the one built beside
/// the tests, or the one that <c>SMTP_INSPECTOR_PROGRAM</c> names, so that the same tests run against a published one.
/// </summary>
static class ProgramUnderTest
{
    public static string Executable { get; } =
        Environment.GetEnvironmentVariable("SMTP_INSPECTOR_PROGRAM") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "smtp-inspector.exe" : "smtp-inspector");

    /// <summary>Starts it and leaves its standard input open.</summary>
    public static ChildProcess Start(TestHome home, params string[] arguments) =>
        ChildProcess.Start(Executable, arguments, home.Environment, home.Folder);

    /// <summary>Runs it to its end with this input, in an empty home that is removed again.</summary>
    public static async Task<ChildProcess.Ended> RunAsync(string input, params string[] arguments)
    {
        using var home = new TestHome();
        return await RunAsync(home, Octets.Of(input), arguments);
    }

    /// <summary>Runs it to its end with exactly these octets for its input.</summary>
    public static Task<ChildProcess.Ended> RunAsync(TestHome home, byte[] input, params string[] arguments) =>
        ChildProcess.RunAsync(Executable, arguments, input, home.Environment, home.Folder);
}
