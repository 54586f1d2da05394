using FsCheck.Xunit;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Properties;

/// <summary>What holds of the screen whatever happens to it, in whatever order.</summary>
public class ScreenPropertyTests
{
    static readonly string[] Names = [.. Situations.All.Keys];

    static readonly Look[] Drawn = [Looks.Dark, Looks.Ascii, Looks.Dark with { Theme = BuiltInThemes.Light, Depth = ColorDepth.Ansi16 }];

    /// <summary>Each is a kind of thing that happens, and two octets of what it is about. Shrunk, it is the shortest way to a failure.</summary>
    [Property(MaxTest = 150, EndSize = 120)]
    public void Whatever_happens_is_taken_and_drawn_and_nothing_of_a_peers_is_written_as_it_is(byte situation, byte look, (byte Kind, byte Most, byte Least)[] course)
    {
        var screen = Situations.All[Names[situation % Names.Length]]().With(model => model with { Look = Drawn[look % Drawn.Length] });
        var happening = new Happening(screen.Model.Page is TalkPage page ? page.State : Protocol.Conversation.SessionState.Start());
        var octets = new ScreenOctets(screen.Model);
        var now = TimeSpan.Zero;
        foreach (var (kind, most, least) in course)
        {
            var argument = (most * 256) + least;
            now += TimeSpan.FromMilliseconds(argument % 3000);
            Tell(screen, happening.Of(kind, argument, screen.Model), now);
            foreach (var answer in screen.Effects.SelectMany(happening.Answers).Take(5).ToList())
            {
                Tell(screen, answer, now);
            }

            // The terminal here has characters of the usual widths only.
            screen.With(static model => model with { Look = model.Look with { Width = CellWidth.Narrow } }).Effects.Clear();
            octets.Draw(screen.Model);
        }

        octets.IsWhole(screen.Model);
    }

    [Theory, MemberData(nameof(Conversations.Files), MemberType = typeof(Conversations))]
    public void Any_conversation_is_drawn_at_any_size_while_it_goes_on(string name)
    {
        var document = Conversations.DocumentOfFile(name);
        var screen = ScreenHarness.On(new TalkPage { Id = 1, Name = name, Conversation = SmtpInspector.Tui.Transcript.Conversation.Start(document.StartState()) });
        var octets = new ScreenOctets(screen.Model);
        var number = 0;
        foreach (var heard in Conversations.Heard(document).Take(200))
        {
            Tell(screen, new Msg.Spoken(1, heard), default);
            if (number++ % 5 == 0)
            {
                screen.Resize(40 + (number * 13 % 120), 8 + (number * 7 % 40));
            }

            octets.Draw(screen.Model);
        }

        octets.IsWhole(screen.Model);
    }

    // Tells, and holds that a place is valid, and that whoever reads is left where they are.
    static void Tell(ScreenHarness screen, Msg msg, TimeSpan now)
    {
        var before = screen.Model;
        screen.Tell(msg, now);
        if (screen.Model.Page is not TalkPage page)
        {
            return;
        }

        var list = Arranged(screen.Model, page);
        Assert.InRange(list.Selected, 0, Math.Max(0, page.Rows(screen.Model.Look).Count - 1));
        if (msg is Msg.Spoken && before.Page is TalkPage { List.Follows: false } reading)
        {
            // Only where what is in sight has become shorter, a long line complete and so folded, is there nothing to be left at.
            var top = Arranged(before, reading).Top;
            if (Heights(screen.Model, page, top.Item).Zip(Heights(before, reading, top.Item)).All(static pair => pair.First >= pair.Second))
            {
                Assert.Equal(top, list.Top);
            }

            Assert.Equal(Arranged(before, reading).Selected, list.Selected);
        }
    }

    static IEnumerable<int> Heights(Model model, TalkPage page, int from)
    {
        var window = TalkLayout.Of(page, model.Size).Window(page, model.Look);
        for (var item = from; item < window.Items.Count; item++)
        {
            yield return window.Items.Height(item, window.Width);
        }
    }

    static ListView Arranged(Model model, TalkPage page) => page.List.Arrange(TalkLayout.Of(page, model.Size).Window(page, model.Look));
}
