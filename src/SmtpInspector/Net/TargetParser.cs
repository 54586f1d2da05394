using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net;

/// <summary>Reads the ways to write a <see cref="Target"/>.</summary>
static class TargetParser
{
    const int SubmissionsPort = 465;
    const string DefaultProfile = "ses";

    // RFC 1035 §2.3.4: 255 octets on the wire are 253 characters in text.
    const int LongestName = 253;

    public static (Target? Target, string? Error) Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? text : text[..colon];
        var rest = colon < 0 ? null : text[(colon + 1)..];
        return word switch
        {
            "ses" => Ses(text, rest),
            "gmail" => Gmail(text, rest),
            "practice" => rest is ""
                ? Wrong($"practice: has no profile behind the colon. Write practice, or practice: and one of {string.Join(", ", PracticeProfiles.Names)}.")
                : (Practice(text, rest), null),
            "unix" when rest is not null => rest is ""
                ? Wrong("unix: has no path behind it. Write unix:/path/to/socket.")
                : (new Target.Unix(text, rest), null),
            _ => HostAndPort(text),
        };
    }

    // practice:postfix+greylisting+421=RCPT: wherever a target can be written, faults can be too.
    static Target.Practice Practice(string text, string? rest)
    {
        var words = (rest ?? DefaultProfile).Split('+');
        return new(text, words[0].Length == 0 ? DefaultProfile : words[0]) { Faults = words.Length == 1 ? [] : words[1..] };
    }

    static (Target?, string?) Ses(string text, string? rest)
    {
        if (string.IsNullOrEmpty(rest))
        {
            return Wrong("ses needs a region: ses:us-east-1, or with a port ses:us-east-1:587.");
        }

        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var region = (colon < 0 ? rest : rest[..colon]).ToLowerInvariant();
        // No list of regions: new ones open every year, and one that is not known is used as it stands.
        if (!IsLabel(region))
        {
            return Wrong($"\"{region}\" is not the name of an AWS region. Write ses:us-east-1, or with a port ses:us-east-1:587.");
        }

        return OfProvider(text, $"email-smtp.{region}.amazonaws.com", colon < 0 ? null : rest[(colon + 1)..]);
    }

    static (Target?, string?) Gmail(string text, string? rest) => OfProvider(text, "smtp.gmail.com", rest);

    static (Target?, string?) OfProvider(string text, string host, string? portText) =>
        TryPort(portText, out var port)
            ? (new Target.Tcp(text, host, port, TlsModes.ForProviderPort(port)), null)
            : WrongPort(portText!);

    static (Target?, string?) HostAndPort(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return Wrong($"\"{text}\" is a URL. Write the host and the port only: mail.example.org:465.");
        }

        if (text.StartsWith('['))
        {
            return Bracketed(text);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && text.IndexOf(':', colon + 1) >= 0)
        {
            return IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? Wrong($"An IPv6 address stands in brackets: [{text}], or with a port [{text}]:{SubmissionsPort}.")
                : Wrong($"\"{text}\" has more than one colon. Write host:port; an IPv6 address stands in brackets: [2001:db8::25]:{SubmissionsPort}.");
        }

        var host = colon < 0 ? text : text[..colon];
        var portText = colon < 0 ? null : text[(colon + 1)..];
        if (WrongHost(host) is { } error)
        {
            return Wrong(error);
        }

        if (!TryAscii(host, out var ascii))
        {
            return Wrong($"\"{host}\" cannot be a host name: it does not fit the rules for international domain names.");
        }

        return TryPort(portText, out var port)
            ? (new Target.Tcp(text, ascii, port, TlsModes.ForPort(port)), null)
            : WrongPort(portText!);
    }

    static (Target?, string?) Bracketed(string text)
    {
        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (close < 0)
        {
            return Wrong($"\"{text}\" has no closing bracket. Write [2001:db8::25]:{SubmissionsPort}.");
        }

        var host = text[1..close];
        if (!IPAddress.TryParse(host, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return Wrong($"\"{host}\" is not an IPv6 address; only those stand in brackets. Write host:port, or [2001:db8::25]:{SubmissionsPort}.");
        }

        var rest = text[(close + 1)..];
        if (rest is not "" && rest[0] != ':')
        {
            return Wrong($"\"{rest}\" stands behind the bracket, where only a colon and a port can. Write [{host}]:{SubmissionsPort}.");
        }

        var portText = rest is "" ? null : rest[1..];
        return TryPort(portText, out var port)
            ? (new Target.Tcp(text, address.ToString(), port, TlsModes.ForPort(port)), null)
            : WrongPort(portText!);
    }

    static string? WrongHost(string host) => host switch
    {
        "" => "The host is missing. Write host or host:port, for example mail.example.org:465.",
        _ when host.Contains('@', StringComparison.Ordinal) =>
            $"\"{host}\" has an @. Name the server only, without a user: mail.example.org:465.",
        _ when HasNoPlaceInAName(host) =>
            $"\"{host}\" is not a host name. Write host or host:port, for example mail.example.org:465.",
        _ when host.Length > LongestName => $"The host name is longer than {LongestName} characters, which no name can be.",
        _ => null,
    };

    // Letters, digits and hyphens, but not digits only: those are a port in the wrong place.
    static bool IsLabel(string text)
    {
        var hasLetter = false;
        foreach (var c in text)
        {
            hasLetter |= char.IsAsciiLetter(c);
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return hasLetter;
    }

    // Not with LINQ: loading it takes as long as connecting does.
    static bool HasNoPlaceInAName(string host)
    {
        foreach (var c in host)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '\\' or '[' or ']' or '"')
            {
                return true;
            }
        }

        return false;
    }

    static bool TryAscii(string host, out string ascii)
    {
        ascii = host;
        if (Ascii.IsValid(host))
        {
            return true;
        }

        try
        {
            ascii = new IdnMapping().GetAscii(host);
            return true;
        }
        catch (ArgumentException)
        {
            // The only way the class has of saying no.
            return false;
        }
    }

    static bool TryPort(string? text, out int port)
    {
        port = SubmissionsPort;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535);
    }

    static (Target?, string?) WrongPort(string text) => Wrong(text is ""
        ? "The port is missing behind the colon. Write host:port, or the host alone for port 465."
        : $"\"{text}\" is not a port. A port is a number from 1 to 65535, for example 465 or 587.");

    static (Target?, string?) Wrong(string error) => (null, error);
}
