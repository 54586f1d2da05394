namespace SmtpInspector.Net;

/// <summary>
/// The log of TLS secrets that lets another program, such as Wireshark, read a recorded connection. The runtime writes it
/// to the file that the environment variable SSLKEYLOGFILE names; the program only has to allow that, and to say so.
/// </summary>
public static class KeyLog
{
    const string Switch = "System.Net.EnableSslKeyLogging";
    const string Variable = "SSLKEYLOGFILE";

    /// <summary>The file that the secrets of every TLS session go to; null when they go nowhere.</summary>
    public static string? Path =>
        AppContext.TryGetSwitch(Switch, out var allowed) && allowed && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? path
            : null;
}
