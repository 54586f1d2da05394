using System.Text;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>Octets as a person types them: <c>%XX</c> is the octet XX, every other character stands for its UTF-8.</summary>
static class ExactOctets
{
    /// <summary>The octets; null where a percent sign is not followed by two hexadecimal digits.</summary>
    public static byte[]? Decode(string text)
    {
        var octets = new List<byte>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var sign = text.IndexOf('%', at);
            octets.AddRange(Encoding.UTF8.GetBytes(sign < 0 ? text[at..] : text[at..sign]));
            if (sign < 0)
            {
                break;
            }

            if (!Uri.IsHexEncoding(text, sign))
            {
                return null;
            }

            octets.Add(Convert.ToByte(text.Substring(sign + 1, 2), 16));
            at = sign + 3;
        }

        return [.. octets];
    }
}
