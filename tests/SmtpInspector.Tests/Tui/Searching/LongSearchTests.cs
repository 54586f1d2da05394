using System.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Searching;

/// <summary>Searches and filters in a conversation that is too long for the screen to wait.</summary>
public class LongSearchTests
{
    const int Exchanges = 30_000;

    static readonly string Text = Talk();

    static string Talk()
    {
        var text = new StringBuilder("S: 220 mx.example.org\nC: EHLO client.example\nS: 250 mx.example.org\n");
        for (var i = 0; i < Exchanges; i++)
        {
            text.Append("C: NOOP ").Append(i).Append(i % 10_000 == 7_000 ? " needle" : "").Append("\nS: ").Append(i % 10_000 == 9_000 ? "550 no" : "250 ok").Append('\n');
        }

        return text.ToString();
    }

    static ScreenHarness Record(ListView? list = null)
    {
        var (index, read) = Conversations.Indexed(Conversations.Document(Text));
        return ScreenHarness.On(new TalkPage
        {
            Id = 1,
            Name = "long.smtp",
            Stage = Stage.Record,
            Focus = Focus.Transcript,
            List = list ?? ListView.Start,
            Record = index,
            Conversation = read,
        });
    }

    static TalkPage Page(ScreenHarness screen) => (TalkPage)screen.Model.Page;

    static async Task<int> RunAllAsync(ScreenHarness screen)
    {
        var runs = 0;
        while (screen.Effects.OfType<Effect.Run>().Any())
        {
            var run = screen.Effects.OfType<Effect.Run>().Single();
            screen.Effects.Clear();
            screen.Tell(new Msg.Done(await run.Work(TestContext.Current.CancellationToken)));
            runs++;
        }

        return runs;
    }

    static string Selected(ScreenHarness screen)
    {
        var page = Page(screen);
        return Encoding.UTF8.GetString(page.Selected(screen.Model.Look)!.Lines[0].Wire.Content.Span);
    }

    [Fact]
    public async Task A_search_goes_on_beside_the_screen_and_says_how_far_it_is()
    {
        var screen = Record().Press("/").Type("needle").Press("Enter");

        Assert.Contains("[searching 0 %]", screen.Text, StringComparison.Ordinal);
        Assert.True(await RunAllAsync(screen) > 2);
        Assert.DoesNotContain("[searching", screen.Text, StringComparison.Ordinal);
        Assert.Equal("NOOP 7000 needle", Selected(screen));
        Assert.Contains("1 of 3: n goes on", screen.Text, StringComparison.Ordinal);
        Assert.Equal("NOOP 17000 needle", Selected(screen.Press("n")));
        Assert.Contains("2 of 3", screen.Text, StringComparison.Ordinal);
        Assert.Equal("NOOP 7000 needle", Selected(screen.Press("n", "n")));
        Assert.Contains("1 of 3, from the top again", screen.Text, StringComparison.Ordinal);
        Assert.Equal("NOOP 27000 needle", Selected(screen.Press("N")));
        Assert.Contains("3 of 3, from the bottom again", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_begun_behind_all_it_finds_goes_round()
    {
        var screen = Record(ListView.Following).Press("/").Type("needle").Press("Enter");
        _ = await RunAllAsync(screen);

        Assert.Equal("NOOP 7000 needle", Selected(screen));
        Assert.Contains("1 of 3, from the top again", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_nowhere_is_said_to_be_nowhere()
    {
        var screen = Record().Press("/").Type("haystack").Press("Enter");
        _ = await RunAllAsync(screen);

        Assert.Contains("/haystack is nowhere", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Esc_ends_a_search_that_goes_on()
    {
        var screen = Record().Press("/").Type("needle").Press("Enter", "Esc");

        Assert.DoesNotContain("[searching", screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await RunAllAsync(screen));
        Assert.Equal(0, Page(screen).List.Selected);
    }

    [Theory]
    [InlineData("5xx", 3)]
    [InlineData("c:", Exchanges + 1)]
    [InlineData("!", 3)]
    public void What_is_known_of_every_item_is_filtered_at_once(string filter, int count)
    {
        var screen = Record().Press("f").Type(filter).Press("Enter");

        Assert.Empty(screen.Effects.OfType<Effect.Run>());
        Assert.Equal(filter == "!" ? Page(screen).Conversation.Facts.Count(facts => facts.Worst == SmtpInspector.Protocol.Findings.Severity.Error) : count, Page(screen).Shown!.Count);
    }

    [Fact]
    public async Task A_filter_by_text_goes_on_beside_the_screen_and_comes_back_to_the_selected_entry()
    {
        var screen = Record(ListView.Following).Press("f").Type("c: needle").Press("Enter");

        Assert.Contains("[filtering 0 %]", screen.Text, StringComparison.Ordinal);
        Assert.True(await RunAllAsync(screen) > 2);
        Assert.Equal(3, Page(screen).Shown!.Count);
        Assert.Equal("NOOP 27000 needle", Selected(screen));
        Assert.Contains("3 of 60003 entries", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_looks_only_at_what_a_filter_lets_through()
    {
        var screen = Record().Press("f").Type("5xx").Press("Enter").Press("/").Type("o").Press("Enter");
        _ = await RunAllAsync(screen);

        Assert.Contains("1 of 3: n goes on", screen.Text, StringComparison.Ordinal);
        Assert.Equal("550 no", Selected(screen.Press("n")));
    }

    [Fact]
    public async Task Another_filter_takes_the_place_of_one_that_goes_on()
    {
        var screen = Record().Press("f").Type("needle").Press("Enter", "f", "Ctrl-U").Type("5xx").Press("Enter");
        _ = await RunAllAsync(screen);

        Assert.Equal(3, Page(screen).Shown!.Count);
        Assert.Equal("550 no", Selected(screen));
    }
}
