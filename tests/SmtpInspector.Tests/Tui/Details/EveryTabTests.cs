using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tests.Tui.Details;

public class EveryTabTests
{
    const int Narrowest = 20;
    const int Widest = 120;

    static readonly Look[] Ways = [Looks.Dark, Looks.Ascii, Looks.Wide];

    public static TheoryData<string> Files => Conversations.Files;

    [Theory, MemberData(nameof(Files))]
    public void No_line_of_any_sample_is_wider_than_the_pane(string name)
    {
        var conversation = Conversations.OfFile(name);
        for (var i = 0; i < conversation.Count; i++)
        {
            for (var tab = 0; tab < DetailTabs.All.Count; tab++)
            {
                // Each item in another look and at another width: together they are all there are.
                var look = Ways[(i + tab) % Ways.Length];
                var between = Narrowest + (((37 * i) + (11 * tab)) % (Widest - Narrowest));
                foreach (var width in new[] { Narrowest, between, Widest })
                {
                    AssertFits(DetailTabs.All[tab].Lines(new DetailSubject(conversation, conversation[i], KeepSecrets: false), look, width), look, width);
                }
            }
        }
    }

    static void AssertFits(ITextLines lines, Look look, int width)
    {
        for (var row = 0; row < lines.Count; row++)
        {
            Assert.True(lines[row].Width(look.Width) <= width, $"Row {row} at {width}: {lines[row]}");
        }
    }
}
