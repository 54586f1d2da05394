namespace SmtpInspector.Net;

/// <summary>Reads the error codes of OpenSSL that .NET leaves in <see cref="Exception.HResult"/>.</summary>
static class OpenSslError
{
    // An error code of OpenSSL 3 has the library in its upper bits, the reason in the lower 23.
    const int ReasonBits = 23;
    const int SslLibrary = 20;

    // A reason over 1000 is an alert that the peer sent (SSL_AD_REASON_OFFSET).
    const int AlertOffset = 1000;
    const int UnsupportedProtocol = 258;

    /// <summary>The alert that the peer sent; null when this was something else.</summary>
    public static byte? AlertOf(Exception error) =>
        ReasonOf(error) is >= AlertOffset and < AlertOffset + 256 and var reason ? (byte)(reason - AlertOffset) : null;

    /// <summary>The server chose a version that this side does not speak.</summary>
    public static bool IsUnsupportedProtocol(Exception error) => ReasonOf(error) == UnsupportedProtocol;

    /// <summary>The library's own words.</summary>
    public static string Text(Exception error)
    {
        var innermost = error.GetBaseException().Message;
        // "error:0A00010B:SSL routines::wrong version number"
        var last = innermost.StartsWith("error:", StringComparison.Ordinal) ? innermost.LastIndexOf(':') + 1 : 0;
        return innermost[last..].TrimEnd('.');
    }

    static int? ReasonOf(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause.HResult >>> ReasonBits == SslLibrary)
            {
                return cause.HResult & ((1 << ReasonBits) - 1);
            }
        }

        return null;
    }
}
