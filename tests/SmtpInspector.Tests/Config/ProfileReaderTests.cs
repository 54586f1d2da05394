using SmtpInspector.Cli;
using SmtpInspector.Config;

namespace SmtpInspector.Tests.Config;

public class ProfileReaderTests
{
    static readonly string File = Path.Combine(Path.GetTempPath(), "config");

    [Fact]
    public void A_profile_is_a_name_in_brackets_and_settings_below_it()
    {
        var profiles = Read("# my servers\r\n\r\n[work]\r\ntarget = ses:eu-west-1\r\n  user=AKIA EXAMPLE # 1 \r\n[home]\ntarget=localhost:2525\ntls = none");
        Assert.Equal(["work", "home"], profiles.Select(profile => profile.Name));
        Assert.Equal("ses:eu-west-1", profiles[0].Target);
        Assert.Equal("AKIA EXAMPLE # 1", profiles[0].For("--user").Text);
        Assert.Null(profiles[0].For("--tls").Text);
        Assert.Equal("none", profiles[1].For("--tls").Text);
    }

    [Fact]
    public void Every_key_but_the_target_is_an_option_of_connect()
    {
        var options = CommandLine.Create().Subcommands.Single(verb => verb.Name == "connect").Options.Select(option => option.Name);
        Assert.Subset(options.ToHashSet(), Profile.Keys.Where(key => key != Profile.TargetKey).Select(key => $"--{key}").ToHashSet());
    }

    [Fact]
    public void A_path_begins_where_the_file_stands_or_at_home()
    {
        var profile = Read("[a]\ntarget = x.example\nca = lab/ca.pem\ncert = ~/client.pem\nkey = /etc/key.pem")[0];
        Assert.Equal(Path.Combine(Path.GetTempPath(), "lab/ca.pem"), profile.For("--ca").Text);
        Assert.Equal(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "client.pem"), profile.For("--cert").Text);
        Assert.Equal("/etc/key.pem", profile.For("--key").Text);
    }

    [Theory]
    [InlineData("target = x", 1, 1, "target stands before the first profile; begin one with [NAME]")]
    [InlineData("[a]\n", 1, 1, "[a] names no server: it needs a line such as target = mail.example.org:465")]
    [InlineData("[a", 1, 3, "a profile begins with its name in brackets: [work]")]
    [InlineData("  [a b]", 1, 4, "\"a b\" cannot be a profile's name: letters, digits, dots, hyphens and underscores")]
    [InlineData("[practice]", 1, 2, "practice is a target already; give the profile another name")]
    [InlineData("[a]\ntarget = x\n\n[a]\n", 4, 2, "there is a profile a above already")]
    [InlineData("[a]\ntarget = x\n  target = y", 3, 3, "target is set in [a] already")]
    [InlineData("[a]\nsome words", 2, 1, "\"some words\" is neither [NAME] nor KEY = VALUE")]
    [InlineData("[a]\ntls =", 2, 6, "tls has no value")]
    [InlineData("[a]\nusr = me", 2, 1, "there is no setting usr; did you mean user?")]
    [InlineData("[a]\ntarget = x:port", 2, 10, "\"port\" is not a port. A port is a number from 1 to 65535, for example 465 or 587")]
    [InlineData("[a]\npassword = secret", 2, 1, "a password is never kept here. Take the line out, and let password-command = COMMAND print it, or be asked for it")]
    public void A_mistake_is_named_with_file_line_and_column(string text, int line, int column, string what)
    {
        var wrong = new ProfileReader(File).Read(text).Problems[0];
        Assert.Equal($"{File}, line {line}, column {column}: {what}.", wrong.Message);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_makes_its_own_profile_useless_and_no_other()
    {
        var reading = new ProfileReader(File).Read("[a]\ntarget = a.example\n[b]\nusr = me\nalso = wrong\n[c]\n[d\ntarget = d.example\n[e]\ntarget = e.example\n");
        Assert.Equal(["a", "e"], reading.Profiles.Select(profile => profile.Name));
        Assert.Equal(["b", "c", "d"], reading.Problems.Select(problem => problem.Name));
    }

    static IReadOnlyList<Profile> Read(string text) => new ProfileReader(File).Read(text).Profiles;
}
