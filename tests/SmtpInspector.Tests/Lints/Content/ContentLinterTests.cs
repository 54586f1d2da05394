using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;
using SmtpInspector.Tests.Message;

namespace SmtpInspector.Tests.Lints.Content;

public class ContentLinterTests
{
    public static TheoryData<string> Clean =>
    [
        // RFC 5321 D.1
        "Blah blah blah...\r\n...etc. etc. etc.\r\n",
        Lint.Message(""),
        Lint.Message("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: quoted-printable\r\n", "gr=C3=BC=C3=9Fe \r\n"),
        Lint.Message("Received: from x by y; Mon, 7 Sep 2026 09:41:07 +0200\r\nReturn-Path: <>\r\nResent-Date: whenever\r\nList-Unsubscribe: <https://example.com/?x=?y>\r\n"),
        // RFC 2046 §5.1.1
        Lint.Message("MIME-Version: 1.0\r\nContent-type: multipart/mixed; boundary=\"simple boundary\"\r\n", "preamble\r\n\r\n--simple boundary\r\n\r\nimplicit\r\n--simple boundary\r\nContent-type: text/plain; charset=us-ascii\r\n\r\nexplicit\r\n\r\n--simple boundary--\r\n\r\nepilogue\r\n"),
    ];

    [Theory, MemberData(nameof(Clean))]
    public void A_correct_message_is_silent(string content) => Assert.Empty(Lint.Of(content));

    [Fact]
    public void Findings_come_in_the_order_of_the_catalogue()
    {
        var ids = Lint.Of("Subject: =?x?y?z?=\r\nBcc: a\r\nbcc: b\nX: \r\r\n\r\n\u00FC\0\r\n").Select(finding => finding.Id).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.True(ids.Count > 6);
    }

    [Fact]
    public void A_peers_octets_come_into_a_message_only_in_visible_form()
    {
        var findings = Lint.Of("Subject: =?\u001B[2J\u00C2\u0085?q?a?=\r\nTo: \u001B]0;x\u0007\r\nDate: \u001B[31m\r\nContent-Type: \u202E/\u001B\r\nFrom: a\r\n\r\n".Replace("\u202E", "\u00E2\u0080\u00AE", StringComparison.Ordinal));
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.DoesNotContain(finding.Message, character => character is < ' ' or > '~'));
    }

    [Property]
    public bool Any_octets_in_any_chunks_give_the_same_findings(byte[] octets, byte[] sizes, bool dotStuffed) =>
        SameInChunks(octets, sizes, dotStuffed);

    [Property(Arbitrary = [typeof(MessageLike)])]
    public bool A_message_in_any_chunks_gives_the_same_findings(MessageOctets message, byte[] sizes, bool dotStuffed) =>
        SameInChunks(message.Octets, sizes, dotStuffed);

    [Property(Arbitrary = [typeof(MessageLike)])]
    public void Every_finding_marks_octets_that_are_there(MessageOctets message)
    {
        var lines = Encoding.Latin1.GetString(message.Octets).Split('\n');
        foreach (var finding in Lint.Of(message.Octets))
        {
            if (finding.Where is { } where)
            {
                Assert.InRange(where.Line, 0, lines.Length - 1);
                Assert.InRange(where.Start, 0, where.End);
                Assert.InRange(where.End, where.Start, lines[where.Line].Length + 1);
            }
        }
    }

    static bool SameInChunks(byte[] octets, byte[] sizes, bool dotStuffed)
    {
        var linter = new ContentLinter(dotStuffed);
        Chunks.Feed(octets, sizes, chunk => linter.Feed(chunk));
        var findings = new List<Finding>();
        linter.Finish(new ContentContext(), findings);
        return findings.SequenceEqual(Lint.Of(octets, dotStuffed: dotStuffed));
    }
}
