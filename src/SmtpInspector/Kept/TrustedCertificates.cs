using System.Globalization;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Session;

namespace SmtpInspector.Kept;

/// <summary>
/// The certificates that the user trusts though they do not verify: the SHA-256 of each, for one server. The file is read when
/// it is asked, so that what one program keeps the next handshake of another knows.
/// </summary>
/// <remarks>
/// The file <c>trusted-certificates</c> in the state folder has one line for each: HOST:PORT, the SHA-256 in hex, since when,
/// and the certificate's subject, which is for the reader only. A line taken out is forgotten; one that begins with # is a comment.
/// </remarks>
sealed class TrustedCertificates : ITrustedCertificates
{
    const string Heading = "# Certificates trusted though they do not verify: HOST:PORT, SHA-256, since, subject. Take a line out to be asked again.";
    const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    readonly string _path;
    readonly TimeProvider _time;

    TrustedCertificates(string path, TimeProvider time) => (_path, _time) = (path, time);

    /// <summary>Those kept in a folder, which need not be there yet.</summary>
    /// <param name="folder">The state folder.</param>
    /// <param name="time">What the date of a new one is told by; the system's clock when left out.</param>
    public static TrustedCertificates Open(string folder, TimeProvider? time = null) =>
        new(Path.Combine(folder, "trusted-certificates"), time ?? TimeProvider.System);

    /// <summary>All of them, in the order in which they came to be trusted. A file that cannot be read is as good as none: nothing is trusted.</summary>
    public IReadOnlyList<TrustedCertificate> All
    {
        get
        {
            var all = new List<TrustedCertificate>();
            foreach (var line in Lines())
            {
                if (Read(line) is { } trusted)
                {
                    all.Add(trusted);
                }
            }

            return all;
        }
    }

    /// <summary>Whether a certificate is trusted for a server.</summary>
    public bool IsTrusted(string host, int port, PeerCertificate certificate) => TrustedSince(host, port, certificate) is not null;

    /// <inheritdoc/>
    public DateTimeOffset? TrustedSince(string host, int port, PeerCertificate certificate)
    {
        var server = Server(host, port);
        foreach (var trusted in All)
        {
            if (trusted.Server == server && trusted.Sha256 == certificate.Sha256)
            {
                return trusted.Since;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Trust(string host, int port, PeerCertificate certificate)
    {
        if (IsTrusted(host, port, certificate))
        {
            return;
        }

        var since = _time.GetUtcNow().ToString(DateForm, CultureInfo.InvariantCulture);
        var subject = certificate.Subject.ReplaceLineEndings(" ");
        string[] before = PrivateFile.ReadLines(_path) is { Length: > 0 } lines ? lines : [Heading];
        PrivateFile.Write(_path, [.. before, $"{Server(host, port)} {certificate.Sha256} {since} {subject}"]);
    }

    /// <summary>Trusts none of a server's certificates any more.</summary>
    /// <returns>How many were trusted.</returns>
    /// <exception cref="IOException">It could not be kept.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be kept.</exception>
    public int Forget(string host, int port)
    {
        var server = Server(host, port);
        var before = PrivateFile.ReadLines(_path);
        var after = Array.FindAll(before, line => Read(line)?.Server != server);
        if (after.Length < before.Length)
        {
            PrivateFile.Write(_path, after);
        }

        return before.Length - after.Length;
    }

    string[] Lines()
    {
        try
        {
            return PrivateFile.ReadLines(_path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Who cannot be looked up is asked about, or refused.
            return [];
        }
    }

    static TrustedCertificate? Read(string line) => line.Split(' ', 4) is [var server and not ['#', ..], { Length: 64 } sha256, var since, .. var rest]
        && DateTimeOffset.TryParseExact(since, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? new(server, sha256.ToLowerInvariant(), date, rest is [var subject] ? subject : "")
            : null;

    // Host names are not case sensitive, and a final dot is the same name (RFC 1034 §3.1). A space would end the word.
    static string Server(string host, int port) => port == 0
        ? host.Replace(" ", "%20", StringComparison.Ordinal)
        : HostPort.Format(host.TrimEnd('.').ToLowerInvariant(), port);
}

/// <summary>A certificate that is trusted for one server.</summary>
/// <param name="Server">HOST:PORT, or <c>unix:PATH</c>.</param>
/// <param name="Sha256">Of its DER encoding, lower-case hex.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Subject">Its subject, as it was then.</param>
sealed record TrustedCertificate(string Server, string Sha256, DateTimeOffset Since, string Subject);
