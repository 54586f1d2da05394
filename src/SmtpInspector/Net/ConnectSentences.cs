using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>What a failed connection means and what to try, in words for someone who meets it for the first time.</summary>
static class ConnectSentences
{
    public static ConnectException NoAddress(string host, SocketException error) => error.SocketErrorCode switch
    {
        SocketError.TryAgain => new(
            ConnectReason.LookupFailed,
            $"The name {host} could not be looked up: the name server does not answer. Check the network connection and /etc/resolv.conf, then try again.",
            error),
        SocketError.HostNotFound or SocketError.NoData => new(
            ConnectReason.NameNotFound,
            $"There is no host named {host}. Check the spelling; a name inside a company or a container may be known only there.",
            error),
        _ => new(
            ConnectReason.LookupFailed,
            $"The name {host} could not be looked up: {error.Message}.",
            error),
    };

    public static ConnectException NoneOfFamily(string host, IpFamily family) => new(
        ConnectReason.NameNotFound,
        family is IpFamily.V6
            ? $"{host} has no IPv6 address. Leave -6 out, or try -4."
            : $"{host} has no IPv4 address. Leave -4 out, or try -6.");

    public static ConnectException WrongFamily(IPAddress address, IpFamily family) => new(
        ConnectReason.NameNotFound,
        family is IpFamily.V6
            ? $"{address} is an IPv4 address, and -6 allows IPv6 only. Leave -6 out."
            : $"{address} is an IPv6 address, and -4 allows IPv4 only. Leave -4 out.");

    /// <summary>All addresses failed.</summary>
    public static ConnectException Failed(string host, int port, IReadOnlyList<ConnectAttempt> attempts)
    {
        // One that was refused says most: a machine answered. Silence says more than having no way there.
        var telling = attempts.MinBy(attempt => Rank(ReasonOf(attempt.Error)))!;
        var reason = ReasonOf(telling.Error);
        var where = Where(host, port, attempts);
        return new(reason, reason switch
        {
            ConnectReason.Other when attempts.All(attempt => attempt.Address is { IsIPv6LinkLocal: true, ScopeId: 0 }) =>
                $"{where} is an address of the local network only, and needs the name of the network interface: [{host}%eth0]:{port}.",
            ConnectReason.Refused when telling.Error.SocketErrorCode is SocketError.ConnectionReset =>
                $"{where} reset the connection as it was made: a server that accepts nobody from here, or a firewall or proxy on the way.",
            ConnectReason.Refused =>
                $"{where} refused the connection: the machine is there, but nothing listens on port {port}. Check the port (465, 587 and 2587 are usual) and that the server runs.",
            ConnectReason.TimedOut => Silent(where, port),
            ConnectReason.Unreachable => Unreachable(where, attempts),
            ConnectReason.Forbidden =>
                $"This system does not allow the connection to {where}: a local firewall or sandbox forbids it.",
            ConnectReason.NameNotFound or ConnectReason.LookupFailed or ConnectReason.NoSocket or ConnectReason.Other =>
                $"The connection to {where} failed: {telling.Error.Message}.",
        }, telling.Error);
    }

    /// <summary>Not one address answered before the time was over.</summary>
    public static ConnectException TimedOut(string host, int port, TimeSpan limit) => new(
        ConnectReason.TimedOut, Silent($"{Bracketed(host)}:{port}", port, limit));

    public static ConnectException LookupTimedOut(string host, TimeSpan limit) => new(
        ConnectReason.LookupFailed,
        $"The name {host} could not be looked up within {limit.TotalSeconds:0} seconds: the name server does not answer. Check the network connection and /etc/resolv.conf.");

    public static ConnectException UnixSocket(string path, SocketException error)
    {
        if (!Path.Exists(path))
        {
            return new(ConnectReason.NoSocket, $"There is no {path}. Check the path, and that the server which makes the socket runs.", error);
        }

        if (Directory.Exists(path))
        {
            return new(ConnectReason.NoSocket, $"{path} is a directory. Name the socket in it.", error);
        }

        return error.SocketErrorCode switch
        {
            // connect(2) refuses a plain file and a socket without a listener alike. A socket has no length.
            SocketError.ConnectionRefused when new FileInfo(path) is { Exists: true, Length: > 0 } =>
                new(ConnectReason.NoSocket, $"{path} is a file, not a socket.", error),
            SocketError.ConnectionRefused =>
                new(ConnectReason.Refused, $"Nothing listens on {path}: it is not a socket, or its server does not run any more.", error),
            SocketError.AccessDenied =>
                new(ConnectReason.Forbidden, $"You may not connect to {path}: its permissions do not allow it.", error),
            _ => new(ConnectReason.Other, $"The connection to {path} failed: {error.Message}.", error),
        };
    }

    public static ConnectException UnixPath(string path) => new(
        ConnectReason.NoSocket, $"{path} cannot be the path of a socket: the system allows about 100 bytes.");

    static string Silent(string where, int port, TimeSpan? limit = null)
    {
        var sentence = limit is { } time
            ? $"{where} did not answer within {time.TotalSeconds:0} seconds"
            : $"{where} did not answer";
        return port is 25
            ? $"{sentence}. Most clouds and internet providers block outgoing port 25; mail is submitted on port 587, 2587 or 465."
            : $"{sentence}: a firewall on the way drops the connection, or the machine is off. Check the host and the port; 587, 2587 and 465 are usual.";
    }

    static string Unreachable(string where, IReadOnlyList<ConnectAttempt> attempts) =>
        attempts.All(attempt => attempt.Address.AddressFamily == AddressFamily.InterNetworkV6)
            ? $"There is no way from here to {where}: this system has no IPv6 connection. Try -4, or the server's IPv4 address."
            : $"There is no way from here to {where}: this system has no network connection, or no route to that address.";

    static ConnectReason ReasonOf(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset => ConnectReason.Refused,
        SocketError.TimedOut => ConnectReason.TimedOut,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown
            or SocketError.HostDown or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => ConnectReason.Unreachable,
        SocketError.AccessDenied => ConnectReason.Forbidden,
        _ => ConnectReason.Other,
    };

    static int Rank(ConnectReason reason) => reason switch
    {
        ConnectReason.Refused => 0,
        ConnectReason.TimedOut => 1,
        ConnectReason.Forbidden => 2,
        ConnectReason.Unreachable => 3,
        ConnectReason.NameNotFound or ConnectReason.LookupFailed or ConnectReason.NoSocket or ConnectReason.Other => 4,
    };

    static string Where(string host, int port, IReadOnlyList<ConnectAttempt> attempts)
    {
        var name = $"{Bracketed(host)}:{port}";
        var addresses = attempts.Select(attempt => attempt.Address.ToString()).ToArray();
        return addresses is [var only] && only == host ? name : $"{name} ({string.Join(", ", addresses)})";
    }

    static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
