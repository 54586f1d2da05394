using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SmtpInspector.Tests.Message;

/// <summary>Octets that look like a message, so that random ones reach the places where structure begins.</summary>
public sealed record MessageOctets(byte[] Octets)
{
    public override string ToString() => Encoding.Latin1.GetString(Octets);
}

/// <summary>Joins fragments of messages at random: field names, boundaries, encodings, endings whole and broken.</summary>
public static class MessageLike
{
    static readonly string[] Fragments =
    [
        "\r\n", "\r\n", "\r\n", "\n", "\r", "\r\n\r\n", " ", "\t", "\r\n ", ":", ";", "=", "\"", "\\", "(", ")", "<", ">", ",", "@", ".", "..",
        "Subject: ", "From: ", "To: ", "Date: ", "Bcc: ", "Message-ID: ", "Content-Type: ", "Content-Disposition: ",
        "Content-Transfer-Encoding: ", "MIME-Version: 1.0\r\n", "From me\r\n",
        "multipart/mixed; boundary=b\r\n", "multipart/digest; boundary=\"b\"\r\n", "multipart/alternative; boundary=bb\r\n",
        "message/rfc822\r\n", "text/plain; charset=utf-8\r\n", "text/plain; format=flowed\r\n", "base64\r\n", "quoted-printable\r\n", "x-none\r\n",
        "attachment; filename*0*=utf-8''%C3; filename*1=a", "name=", "\r\n--b\r\n", "\r\n--b--\r\n", "\r\n--bb\r\n", "\r\n--bb--\r\n", "--b", "--",
        "=?utf-8?Q?=C3=A4?=", "=?utf-8?B?w6Q=?=", "=?", "?=", "aGVsbG8=", "=C3=", "Mon, 7 Sep 2026 09:41:07 +0200", "a@b", "Group:;", "hello",
        "\0", "\u00C3\u00A4", "\u00FC", "\u0007", new string('x', 999), new string('y', 4094), new string('z', 4096),
    ];

    static readonly Gen<string> Noise = Gen.Choose(0, 255).Select(octet => ((char)octet).ToString());

    public static Arbitrary<MessageOctets> Message() =>
        Gen.Frequency((9, Gen.Elements(Fragments)), (1, Noise))
            .ListOf()
            .Select(fragments => new MessageOctets(Encoding.Latin1.GetBytes(string.Concat(fragments))))
            .ToArbitrary();
}
