using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

public class UsageErrorsTests
{
    [Theory]
    [InlineData("conect x", "There is no verb \"conect\". Did you mean connect? See smtp-inspector --help.")]
    [InlineData("mail.example.org:465", "There is no verb \"mail.example.org:465\". Did you mean smtp-inspector connect mail.example.org:465? See smtp-inspector --help.")]
    [InlineData("practice", "There is no verb \"practice\". Did you mean smtp-inspector connect practice? See smtp-inspector --help.")]
    [InlineData("550", "There is no verb \"550\". Did you mean smtp-inspector explain 550? See smtp-inspector --help.")]
    [InlineData("xyzzy", "There is no verb \"xyzzy\". There are connect, run, show, open, import, explain, serve, learn, credentials, profiles, trust, completion. See smtp-inspector --help.")]
    [InlineData("--verson", "There is no option --verson. Did you mean --version? See smtp-inspector --help.")]
    [InlineData("connect --tsl auto x", "connect has no option --tsl. Did you mean --tls? See smtp-inspector connect --help.")]
    [InlineData("connect --insecur", "connect has no option --insecur. Did you mean --insecure? See smtp-inspector connect --help.")]
    [InlineData("connect x --usr=me", "connect has no option --usr. Did you mean --user? See smtp-inspector connect --help.")]
    [InlineData("connect x --frobnicate", "connect has no option --frobnicate. See smtp-inspector connect --help.")]
    [InlineData("--json connect x", "--json stands behind connect: smtp-inspector connect --json ... See smtp-inspector connect --help.")]
    [InlineData("connect x --tls", "--tls needs a value: --tls implicit|starttls|auto|none. See smtp-inspector connect --help.")]
    [InlineData("connect x --tls none --tls auto", "--tls is given more than once. See smtp-inspector connect --help.")]
    [InlineData("serve --port high", "--port high: this is not a number. Write --port PORT. See smtp-inspector serve --help.")]
    [InlineData("connect x y", "connect takes TARGET only: \"y\" is too much. See smtp-inspector connect --help.")]
    [InlineData("run", "run needs a FILE: a transcript, or what another program recorded: its client side is sent. See smtp-inspector run --help.")]
    public void A_mistake_is_named_with_what_was_probably_meant(string arguments, string problem) =>
        Assert.Equal(problem, Invoked.Problem(arguments.Split(' ')));

    [Fact]
    public void A_missing_target_is_explained_by_how_targets_are_written()
    {
        var problem = Invoked.Problem("connect");
        Assert.StartsWith("connect needs a TARGET: ", problem, StringComparison.Ordinal);
        Assert.Contains("ses:REGION", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_nothing_is_near_to_is_answered_with_the_verbs() =>
        Assert.All(["connect", "run", "show", "explain", "serve"], verb => Assert.Contains(verb, Invoked.Problem("xyzzy"), StringComparison.Ordinal));

    [Fact]
    public void A_word_that_begins_with_an_at_sign_names_no_file_of_arguments() =>
        Assert.Null(Invoked.Problem("explain", "@nowhere"));

    [Theory]
    [InlineData("show", "-")]
    [InlineData("show", "--", "-talk")]
    [InlineData("connect", "x", "--password-command", "-p")]
    public void A_hyphen_where_it_belongs_is_no_mistake(params string[] arguments) => Assert.Null(Invoked.Problem(arguments));

    [Fact]
    public void Help_may_be_asked_for_before_the_command_line_is_complete() =>
        Assert.Contains("Examples:", Invoked.Output("connect", "--help"), StringComparison.Ordinal);

    [Fact]
    public async Task A_mistake_ends_the_program_with_2_and_one_line()
    {
        var ended = (await ProgramUnderTest.RunAsync("", "conect", "x")).Expect(2);
        Assert.Empty(ended.Output);
        Assert.Equal("smtp-inspector: There is no verb \"conect\". Did you mean connect? See smtp-inspector --help.", ended.Error.TrimEnd());
    }
}
