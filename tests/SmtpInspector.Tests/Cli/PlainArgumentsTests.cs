using System.CommandLine;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Cli;

namespace SmtpInspector.Tests.Cli;

public class PlainArgumentsTests
{
    static readonly string[] Words =
    [
        "host", "ses:eu-west-1", "[::1]:25", "true", "False", "", "-", "--", "-46", "--tls=implicit", "--tls:none", "--help", "-h", "@file", "[suggest]",
        "connect", "run", "implicit", "practice", "--no-such", "-4x", "1.5", "-1", "--version", "name with spaces", "\u00e4", "--fault", "--json=false",
        .. ConnectVerb.Options.Select(option => option.Name),
    ];

    [Theory]
    [InlineData("host")]
    [InlineData("host", "--line", "--tls", "implicit")]
    [InlineData("--tls", "implicit", "host")]
    [InlineData("-4", "--json", "[::1]:25", "--save", "x.smtp")]
    public void The_usual_is_plain(params string[] words) => Assert.NotNull(Read(words));

    [Theory]
    [InlineData]
    [InlineData("host", "other")]
    [InlineData("host", "--help")]
    [InlineData("host", "--tls=implicit")]
    [InlineData("host", "--tls")]
    [InlineData("host", "--tls", "--json")]
    [InlineData("host", "--tls", "implicit", "--tls", "none")]
    [InlineData("host", "--json", "false")]
    [InlineData("host", "--no-such")]
    [InlineData("--", "host")]
    [InlineData("")]
    [InlineData("host", "--fault", "busy")]
    public void Whatever_is_not_is_for_the_parser(params string[] words) => Assert.Null(Read(words));

    // What is read without the parser is what the parser reads, and it has nothing to say against it.
    [Property(MaxTest = 2000)]
    public Property Plain_arguments_are_read_as_the_parser_reads_them() => Prop.ForAll(
        Gen.Choose(1, 6).SelectMany(count => Gen.Elements(Words).ArrayOf(count)).ToArbitrary(),
        words => Read(words) is not { } plain || Same(plain, CommandLine.Parse(["connect", .. words])));

    static PlainArguments? Read(string[] words) => PlainArguments.Read(words, ConnectVerb.Options, fewest: 1, most: 1);

    static bool Same(PlainArguments plain, ParseResult result)
    {
        Assert.Null(UsageErrors.Of(result));
        var parsed = new ParsedArguments(result);
        Assert.Equal(result.GetValue<string>("TARGET"), plain.Arguments[0]);
        foreach (var option in ConnectVerb.Options)
        {
            switch (option.Kind)
            {
                case OptionKind.Flag:
                    Assert.Equal(parsed.Has(option), plain.Has(option));
                    break;
                case OptionKind.Text:
                    Assert.Equal(parsed.Text(option), plain.Text(option));
                    break;
                default:
                    Assert.Empty(parsed.Texts(option) ?? []);
                    break;
            }
        }

        return true;
    }
}
