using System.Text.Json;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

public sealed class ProfilesTests : IDisposable
{
    const string Login = "EHLO me.example\r\nQUIT\r\n";

    readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_profiles_are_listed_with_their_settings()
    {
        Configure("[work]\ntarget = ses:eu-west-1\nuser = AKIAEXAMPLE\nauth = auto\n[lab]\ntarget = localhost:2525\n");
        var ended = (await RunAsync("", "profiles")).Expect(0);
        Assert.Equal("work  ses:eu-west-1   user AKIAEXAMPLE, auth auto\nlab   localhost:2525\n", ended.Output);
    }

    [Fact]
    public async Task Without_a_config_file_the_list_says_where_one_may_be()
    {
        var ended = (await RunAsync("", "profiles")).Expect(0);
        Assert.Empty(ended.Output);
        Assert.Contains(_home.Path("config/smtp-inspector/config"), ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_is_a_target_with_its_settings()
    {
        Configure("[me]\ntarget = practice\nauth = login\nehlo = profile.example\n");
        var ended = (await RunAsync(Login, "connect", "me")).Expect(0);
        Assert.Contains("C: EHLO profile.example\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("C: AUTH LOGIN", ended.Output, StringComparison.Ordinal);
        Assert.Contains("S: 235 ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_profile()
    {
        Configure("[me]\ntarget = practice\ntls = implicit\nauth = login\nehlo = profile.example\n");
        var ended = (await RunAsync(Login, "connect", "me", "--tls", "starttls", "--auth", "plain", "--ehlo", "line.example")).Expect(0);
        Assert.Contains("C: EHLO line.example\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("C: STARTTLS\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("C: AUTH PLAIN", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("profile.example", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_comes_from_the_profiles_command()
    {
        Configure("[me]\ntarget = practice\nuser = someone\nauth = plain\npassword-command = echo wrong\n");
        var ended = await RunAsync(Login, "connect", "me", "--json");
        Assert.Contains(ended.Lines, line => line.Length > 0
            && JsonDocument.Parse(line).RootElement is var entry
            && entry.GetProperty("event").GetString() == "reply"
            && entry.GetProperty("code").GetInt32() == 535);
    }

    [Fact]
    public async Task A_transcript_that_has_no_AUTH_gets_none_from_the_profile()
    {
        Configure("[me]\ntarget = practice\nauth = plain\n");
        _home.Write("talk.smtp", "C: EHLO me.example\nC: QUIT\n");
        var ended = (await RunAsync("", "run", "talk.smtp", "me")).Expect(0);
        Assert.DoesNotContain("AUTH PLAIN\n", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("C: AUTH", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profiles")]
    [InlineData("connect", "me")]
    public async Task A_wrong_value_ends_with_2_and_names_line_and_column(params string[] arguments)
    {
        var path = Configure("[me]\ntarget = practice\ntls = maybe\n");
        var ended = (await RunAsync("", arguments)).Expect(2);
        Assert.Equal($"smtp-inspector: {path}, line 3, column 7: tls maybe: it is implicit, starttls, auto or none.", ended.Error.TrimEnd());
    }

    [Fact]
    public async Task A_broken_config_file_does_not_stand_in_the_way_of_the_practice_server()
    {
        Configure("[me\n");
        (await RunAsync(Login, "connect", "practice")).Expect(0);
        (await RunAsync(Login, "connect", "me")).Expect(2);
    }

    [Fact]
    public async Task A_mistake_in_one_profile_leaves_the_others_in_use()
    {
        var path = Configure("[me]\ntarget = practice\n[you]\ntargt = practice\n[her]\ntarget = practice\ntls = maybe\n");
        (await RunAsync(Login, "connect", "me")).Expect(0);
        Assert.StartsWith($"smtp-inspector: {path}, line 4, column 1: there is no setting targt", (await RunAsync(Login, "connect", "you")).Expect(2).Error, StringComparison.Ordinal);
        var ended = (await RunAsync("", "profiles")).Expect(2);
        Assert.Equal("me  practice\n", ended.Output);
        Assert.Contains("line 4, column 1", ended.Error, StringComparison.Ordinal);
        Assert.Contains("line 7, column 7", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_nearly_a_profiles_is_asked_about_when_there_is_no_such_host()
    {
        Configure("[laboratory]\ntarget = practice\n");
        Assert.Contains("Did you mean the profile laboratory?", (await RunAsync(Login, "connect", "laboratry")).Expect(3).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", (await RunAsync(Login, "connect", "elsewhere")).Expect(3).Error, StringComparison.Ordinal);
    }

    string Configure(string text)
    {
        Directory.CreateDirectory(_home.Path("config/smtp-inspector"));
        return _home.Write("config/smtp-inspector/config", text);
    }

    Task<ChildProcess.Ended> RunAsync(string input, params string[] arguments) => ProgramUnderTest.RunAsync(_home, Octets.Of(input), arguments);
}
