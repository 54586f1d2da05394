using System.Text;
using SmtpInspector.Protocol.Importing;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Importing;

public class WithoutSecretsTests
{
    [Fact]
    public void Only_the_lines_with_a_credential_are_written_anew() => Assert.Equal(
        "# by hand\n\n  S:   220 mx\n  C: AUTH LOGIN\r\n  S: 334 VXNlcm5hbWU6\nC: {secret:login-user}\n  S: 334 UGFzc3dvcmQ6\nC: [1.500] {secret:login-password}\n# the password was {secret:login-password}\n  S: 235 ok",
        Of("# by hand\n\n  S:   220 mx\n  C: AUTH LOGIN\r\n  S: 334 VXNlcm5hbWU6\n  C: bWFsbG9yeQ==\n  S: 334 UGFzc3dvcmQ6\n  C: [1.5] eHl6enktcGx1Z2g=\n# the password was eHl6enktcGx1Z2g=\n  S: 235 ok"));

    [Fact]
    public void Octets_in_pieces_and_several_lines_in_one_stay_what_they_were() => Assert.Equal(
        "S: 220 mx\nC%: AUTH PL\n# here\nC%: AIN {secret:plain}%0D%0A\nS: 235 ok\nC: NOOP\nC: AUTH PLAIN {secret:plain}\n",
        Of("S: 220 mx\nC%: AUTH PL\n# here\nC%: AIN AGFubgBzZWNyZXQ=%0D%0A\nS: 235 ok\nC%: NOOP%0D%0AAUTH PLAIN AGFubgBzZWNyZXQ=%0D%0A\n"));

    [Fact]
    public void Where_there_is_none_the_file_is_the_same()
    {
        var file = Encoding.UTF8.GetBytes("# SMTP transcript 1\nx: y\n\nC:  odd\nS%: 250 ok%0A\n");
        Assert.True(WithoutSecrets.Of(TranscriptDocument.Parse(file)).Span.SequenceEqual(file));
    }

    static string Of(string transcript) => Encoding.UTF8.GetString(WithoutSecrets.Of(TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript))).Span);
}
