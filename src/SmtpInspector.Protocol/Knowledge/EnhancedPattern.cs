using System.Globalization;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Enhanced status codes as the provider tables write them.</summary>
static class EnhancedPattern
{
    /// <summary>The pattern of replies that have no enhanced status code.</summary>
    public const string None = "-";

    /// <summary>Whether a code is <c>5.7.26</c>, fits <c>x.7.28</c>, or lies in <c>5.7.606-649</c>.</summary>
    public static bool Fits(string pattern, EnhancedStatusCode code)
    {
        if (pattern is None)
        {
            return false;
        }

        var parts = pattern.Split('.');
        var details = parts[2].Split('-');
        return (parts[0] == "x" || Number(parts[0]) == code.Class)
            && Number(parts[1]) == code.Subject
            && code.Detail >= Number(details[0]) && code.Detail <= Number(details[^1]);
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
