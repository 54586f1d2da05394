using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tests.Terminal.Views;

public class FormTests
{
    static readonly Form Start = new()
    {
        Title = "Connect",
        Text = [StyledLine.Of("Where to?")],
        Fields =
        [
            new FormField.TextLine("host", "Server", TextField.Empty, "a name or an address", "mx.example.org", text => text.Length == 0 ? "a server is needed" : null),
            new FormField.Choice("tls", "TLS", ["off", "STARTTLS", "implicit"], 1),
            new FormField.Toggle("keep", "Keep the password"),
        ],
        Buttons = ["Connect", "Cancel"],
    };

    [Fact]
    public void It_is_drawn_with_fields_choices_and_buttons() => Assert.Equal(
        """
        ┌ Connect ───────────────────────────────────────────────┐
        │ Where to?                                              │
        │                                                        │
        │ Server             mx.example.org                      │
        │ TLS                ( ) off  (*) STARTTLS  ( ) implicit │
        │ Keep the password  [ ]                                 │
        │ a name or an address                                   │
        │                                                        │
        │                                   Connect     Cancel   │
        └────────────────────────────────────────────────────────┘
        """,
        Shift(Picture.Of(60, 12, canvas => Start.Draw(canvas, BuiltInThemes.Dark))));

    [Fact]
    public void Keys_fill_it_in()
    {
        var form = Press(Start, "h i Tab Right Tab Space");

        Assert.Equal(("hi", 2, true), (form.TextOf("host"), form.ChosenOf("tls"), form.IsChecked("keep")));
        Assert.Equal(0, form.Handle(new KeyEvent(Key.Enter)).Button);
    }

    [Fact]
    public void What_is_wrong_is_said_once_it_matters()
    {
        var outcome = Press(Start, "Tab Tab").Handle(new KeyEvent(Key.Enter));

        Assert.Null(outcome.Button);
        Assert.Equal(0, outcome.Form!.Focus);
        Assert.Contains("! a server is needed", Picture.Of(60, 12, canvas => outcome.Form.Draw(canvas, BuiltInThemes.Dark)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_button_asks_for_nothing_and_Esc_closes()
    {
        Assert.Equal(1, Press(Start, "Shift-Tab").Handle(new KeyEvent(Key.Enter)).Button);
        Assert.Equal(new FormOutcome(null), Start.Handle(new KeyEvent(Key.Escape)));
    }

    [Fact]
    public void The_mouse_fills_it_in_too()
    {
        var layout = FormLayout.Of(Start, new Rect(0, 0, 60, 12), CellWidth.Narrow);
        var form = Click(Click(Start, layout.Places[1]).Form!, layout.Places[2]).Form!;

        Assert.Equal((2, true), (form.ChosenOf("tls"), form.IsChecked("keep")));
        Assert.Equal(1, Click(form, layout.Places[4]).Button);

        FormOutcome Click(Form target, Rect place) => target.Handle(new MouseEvent(MouseAction.Press, MouseButton.Left, place.X, place.Y), layout);
    }

    [Fact]
    public void A_paste_goes_into_the_field_up_to_the_end_of_its_line() =>
        Assert.Equal("mx.example", Start.Handle(new PasteEvent("mx.example\r\nmore"u8.ToArray())).TextOf("host"));

    [Theory]
    [InlineData(60, 12)]
    [InlineData(40, 8)]
    [InlineData(20, 5)]
    [InlineData(8, 3)]
    [InlineData(1, 1)]
    public void However_small_the_screen_the_field_with_the_keyboard_is_in_sight(int columns, int rows)
    {
        for (var focus = 0; focus < 5; focus++)
        {
            var form = Start with { Focus = focus };
            Picture.Of(columns, rows, canvas => form.Draw(canvas, BuiltInThemes.Light));
            var place = FormLayout.Of(form, new Rect(0, 0, columns, rows), CellWidth.Narrow).Places[focus];
            Assert.True(rows < 5 || !place.IsEmpty, $"field {focus}");
        }
    }

    static Form Press(Form form, string keys)
    {
        foreach (var name in keys.Split(' '))
        {
            Assert.True(KeyName.TryParse(name, out var key), name);
            form = form.Handle(key).Form!;
        }

        return form;
    }

    // The dialog without the screen around it.
    static string Shift(string picture) => string.Join('\n', picture.Split('\n').Where(line => line.Length > 0).Select(line => line[1..]));
}
