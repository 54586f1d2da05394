using System.Text.RegularExpressions;
using SmtpInspector.Net;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tui.Home;

namespace SmtpInspector.Tests.Tui.Home;

/// <summary>A sentence that advises an option calls it what the user sees: a field of the dialog on the screen, hyphens on the command line.</summary>
public partial class FieldNamesTests
{
    static readonly OptionNames[] Both = [OptionNames.CommandLine, FieldNames.Instance];

    [Fact]
    public void On_the_screen_an_option_is_called_as_its_field() => Assert.Equal(
        """
        the option "CA file"
        the option "TLS: implicit"
        the option "TLS versions: 1.3 only"
        the option "Keep alive"
        the options "Client cert" and "Its key"
        """.ReplaceLineEndings("\n"),
        string.Join('\n', FieldNames.Instance.Of("ca"), FieldNames.Instance.Set("tls", "implicit"), FieldNames.Instance.Of("tls-min"), FieldNames.Instance.Taking(("keepalive", "SECONDS")), FieldNames.Instance.Taking(("cert", "FILE"), ("key", "FILE"))));

    [Fact]
    public void Every_option_that_is_kept_has_a_field() => Assert.All(
        [.. ServerOptions.Names, "insecure", "save"], option => Assert.NotEmpty(FieldNames.Instance.Label(option)));

    [Fact]
    public void The_same_sentence_advises_either()
    {
        var silent = Both.Select(PeerProtocol.SilentInTheClear).ToArray();
        Assert.EndsWith("try --tls implicit.", silent[0], StringComparison.Ordinal);
        Assert.EndsWith("try the option \"TLS: implicit\".", silent[1], StringComparison.Ordinal);
        Assert.False(TlsOptions.TryLoad(new ConnectionOptions { KeyFile = "k.pem", Names = FieldNames.Instance }, "mx.example", out _, out var error));
        Assert.Equal("the option \"Its key\" needs the option \"Client cert\": the certificate that the key belongs to.", error);
    }

    // What both front ends say must not be worded for one of them.
    [Theory]
    [InlineData("Net")]
    [InlineData("Session")]
    [InlineData("Kept")]
    [InlineData("Tui")]
    public void No_sentence_of_theirs_names_an_option_of_the_command_line(string room)
    {
        var told = from file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src", "SmtpInspector", room), "*.cs", SearchOption.AllDirectories)
                   where Path.GetFileName(file) != "OptionNames.cs"
                   from line in File.ReadLines(file)
                   where Hyphens().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                   select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(told);
    }

    [GeneratedRegex("\"[^\"]*--[a-z]")]
    private static partial Regex Hyphens();
}
