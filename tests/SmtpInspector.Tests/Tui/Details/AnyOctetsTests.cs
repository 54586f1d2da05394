using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Tui.Details;

namespace SmtpInspector.Tests.Tui.Details;

public class AnyOctetsTests
{
    // Octets of which some order makes line endings, dots, codes, header fields, multiparts and half characters.
    static readonly byte[] Alphabet = [.. "\r\n. -:;=?/\"<>ab250\t\0\e"u8, 0x80, 0xC3, 0xBC, 0x9B, 0xE2, 0x80, 0xAE, 0xF0, 0x9F, 0x99, 0x82, 0xFF];

    [Property(MaxTest = 150)]
    public void Whatever_both_sides_send_every_tab_stays_within_the_pane(byte[] server, byte[] client, byte narrow)
    {
        var conversation = Conversations.Of($"""
            S: 220 mx.example.org
            C: EHLO client.example
            S: 250 mx.example.org
            S%: {Percent(server)}
            C%: {Percent(client)}
            C: MAIL FROM:<a@example.org>
            S: 250 ok
            C: RCPT TO:<b@example.org>
            S: 250 ok
            C: DATA
            S: 354 go on
            C: Content-Type: multipart/mixed; boundary=a
            C%: {Percent(client)}
            C%: {Percent(server)}
            """);
        var width = 1 + (narrow % 100);
        foreach (var look in new[] { Looks.Dark, Looks.Ascii, Looks.Wide })
        {
            for (var i = 0; i < conversation.Count; i++)
            {
                foreach (var tab in DetailTabs.All)
                {
                    var lines = tab.Lines(new DetailSubject(conversation, conversation[i], KeepSecrets: false), look, width);
                    for (var row = 0; row < lines.Count; row++)
                    {
                        var text = lines[row].ToString();

                        Assert.DoesNotContain(text, char.IsControl);
                        Assert.True(width < 20 || lines[row].Width(look.Width) <= width, $"{tab.Name} at {width}: {text}");
                    }
                }
            }
        }
    }

    static string Percent(byte[] octets)
    {
        var text = new StringBuilder("%0D");
        foreach (var octet in octets)
        {
            text.Append(CultureInfo.InvariantCulture, $"%{Alphabet[octet % Alphabet.Length]:X2}");
        }

        return text.ToString();
    }
}
