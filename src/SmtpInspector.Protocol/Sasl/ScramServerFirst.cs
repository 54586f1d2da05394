using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>The server-first-message of SCRAM (RFC 5802 §7).</summary>
/// <param name="Nonce">The client's nonce and the server's.</param>
/// <param name="Salt">The salt, decoded.</param>
/// <param name="Iterations">The iteration count.</param>
sealed record ScramServerFirst(string Nonce, byte[] Salt, int Iterations)
{
    /// <summary>Reads the message; null, and why in one line, where it must not be answered.</summary>
    public static ScramServerFirst? Parse(string message, string clientNonce, out string? problem)
    {
        problem = null;
        var attributes = message.Split(',');
        switch (attributes)
        {
            // RFC 5802 §5.1: an extension that is mandatory and unknown MUST fail the exchange.
            case [['m', '=', ..], ..]:
                problem = "the server wants an extension that nobody knows";
                return null;
            case [['e', '=', ..], ..]:
                problem = "the server refused before any proof was given";
                return null;
            case [['r', '=', .. var nonce], ['s', '=', .. var salt], ['i', '=', .. var count], ..]:
                return Check(nonce, salt, count, clientNonce, out problem);
            default:
                problem = "the challenge is not a nonce, a salt and an iteration count";
                return null;
        }
    }

    static ScramServerFirst? Check(string nonce, string salt, string count, string clientNonce, out string? problem)
    {
        problem = null;

        // RFC 5802 §5.1: the client MUST verify that its nonce begins the server's.
        if (!nonce.StartsWith(clientNonce, StringComparison.Ordinal) || nonce.Length == clientNonce.Length)
        {
            problem = "the server's nonce does not continue ours: the answer may be a replay";
            return null;
        }

        if (!Base64Text.TryDecode(Encoding.UTF8.GetBytes(salt), out var octets) || octets.Length == 0)
        {
            problem = "the salt is not base64";
            return null;
        }

        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations == 0)
        {
            problem = "the iteration count is no number";
            return null;
        }

        return new(nonce, octets, iterations);
    }
}
