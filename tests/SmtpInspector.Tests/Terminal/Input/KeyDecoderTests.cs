using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tests.Terminal.Input;

public class KeyDecoderTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("é", "é")]
    [InlineData("😀", "😀")]
    [InlineData(" ", "Space")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Ctrl-J")]
    [InlineData("\t", "Tab")]
    [InlineData("\x7f", "Backspace")]
    [InlineData("\b", "Ctrl-H")]
    [InlineData("\x01", "Ctrl-A")]
    [InlineData("\x1a", "Ctrl-Z")]
    [InlineData("\x1f", "Ctrl-_")]
    [InlineData("\0", "Ctrl-Space")]
    [InlineData("\eb", "Alt-b")]
    [InlineData("\eé", "Alt-é")]
    [InlineData("\e\x7f", "Alt-Backspace")]
    [InlineData("\e\r", "Alt-Enter")]
    [InlineData("\e[A", "Up")]
    [InlineData("\eOA", "Up")]
    [InlineData("\e\e[A", "Alt-Up")]
    [InlineData("\e[1;5C", "Ctrl-Right")]
    [InlineData("\e[1;2D", "Shift-Left")]
    [InlineData("\e[a", "Shift-Up")]
    [InlineData("\eOd", "Ctrl-Left")]
    [InlineData("\e[3^", "Ctrl-Del")]
    [InlineData("\e[H", "Home")]
    [InlineData("\e[1~", "Home")]
    [InlineData("\e[5~", "PgUp")]
    [InlineData("\e[6;5~", "Ctrl-PgDn")]
    [InlineData("\e[Z", "Shift-Tab")]
    [InlineData("\eOP", "F1")]
    [InlineData("\e[[A", "F1")]
    [InlineData("\e[11~", "F1")]
    [InlineData("\e[15~", "F5")]
    [InlineData("\e[24~", "F12")]
    [InlineData("\e[1;2R", "Shift-F3")]
    [InlineData("\eO5P", "Ctrl-F1")]
    [InlineData("\e[27u", "Esc")]
    [InlineData("\e[97;5u", "Ctrl-A")]
    [InlineData("\e[97;4u", "Alt-A")]
    [InlineData("\e[13;2u", "Shift-Enter")]
    [InlineData("\e[57414u", "Enter")]
    [InlineData("\e[57401u", "2")]
    [InlineData("\e[27;5;13~", "Ctrl-Enter")]
    public void A_key_has_one_name_however_the_terminal_sends_it(string bytes, string name) =>
        Assert.Equal(name, Assert.IsType<KeyEvent>(Assert.Single(Decode(bytes))).ToString());

    [Theory]
    [InlineData("\e", "Esc")]
    [InlineData("\e\e", "Esc Esc")]
    [InlineData("\e\e\e", "Esc Esc Esc")]
    [InlineData("\e[", "Alt-[")]
    [InlineData("\eO", "Alt-O")]
    [InlineData("\e]", "Alt-]")]
    [InlineData("\e\ex", "Esc Alt-x")]
    [InlineData("\e[[", "Alt-[ [")]
    public void What_may_go_on_waits_for_the_flush(string bytes, string names) => Assert.Equal(names, string.Join(' ', Decode(bytes)));

    [Fact]
    public void A_flush_leaves_a_sequence_that_is_under_way()
    {
        var events = new List<TerminalEvent>();
        var decoder = new KeyDecoder(events.Add);

        decoder.Feed("\e[1;"u8);
        Assert.False(decoder.NeedsFlush);
        decoder.Flush();
        decoder.Feed("5C"u8);

        Assert.Equal("Ctrl-Right", string.Join(' ', events));
    }

    public static TheoryData<string, TerminalEvent> Others => new()
    {
        { "\e[<0;3;5M", new MouseEvent(MouseAction.Press, MouseButton.Left, 2, 4) },
        { "\e[<2;1;1m", new MouseEvent(MouseAction.Release, MouseButton.Right, 0, 0) },
        { "\e[<36;7;2M", new MouseEvent(MouseAction.Drag, MouseButton.Left, 6, 1, KeyModifiers.Shift) },
        { "\e[<35;7;2M", new MouseEvent(MouseAction.Move, MouseButton.None, 6, 1) },
        { "\e[<65;7;2M", new MouseEvent(MouseAction.WheelDown, MouseButton.None, 6, 1) },
        { "\e[M !\"", new MouseEvent(MouseAction.Press, MouseButton.Left, 0, 1) },
        { "\e[M#!\"", new MouseEvent(MouseAction.Release, MouseButton.None, 0, 1) },
        { "\e[I", new FocusEvent(true) },
        { "\e[O", new FocusEvent(false) },
        { "\e[200~a\r\n\e[Ab\e[201~", new PasteEvent("a\r\n\e[Ab"u8.ToArray()) },
        { "\e[200~\e[201\e[201~", new PasteEvent("\e[201"u8.ToArray()) },
        { "\e[?62;22c", new TerminalReply.DeviceAttributes() },
        { "\e[?2026;2$y", new TerminalReply.Mode(2026, ModeState.Reset) },
        { "\e[?1u", new TerminalReply.KeyboardFlags(1) },
        { "\e[?4;7R", new TerminalReply.CursorPosition(6, 3) },
        { "\e[?997;2n", new TerminalReply.ColorScheme(Dark: false) },
        { "\e]11;rgb:1c1c/ffff/0000\e\\", new TerminalReply.Color(Background: true, 0x1CFF00) },
        { "\e]10;rgb:f/0/8\a", new TerminalReply.Color(Background: false, 0xFF0088) },
        { "\e[5;7R", new UnknownEvent("\e[5;7R"u8.ToArray()) },
        { "\e[<0;0;5M", new UnknownEvent("\e[<0;0;5M"u8.ToArray()) },
        { "\ePmore\e\\", new UnknownEvent("\ePmore"u8.ToArray()) },
        { "\xff", new UnknownEvent(new byte[] { 0xFF }) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Mouse_focus_pastes_and_answers_are_told_apart(string bytes, TerminalEvent expected) =>
        Assert.Equal(expected, Decode(bytes)[0]);

    [Theory]
    [InlineData("\e]11;never ends\ra", "Enter a")]
    [InlineData("\e]11;never ends\e[A", "Up")]
    [InlineData("\e[12\e[A", "Up")]
    [InlineData("\e[12\x03", "Ctrl-C")]
    public void Keys_get_through_after_a_sequence_that_broke_off(string bytes, string names) =>
        Assert.Equal(names, string.Join(' ', Decode(bytes).OfType<KeyEvent>()));

    [Fact]
    public void A_release_reported_by_the_kitty_protocol_is_no_key() => Assert.IsType<UnknownEvent>(Assert.Single(Decode("\e[97;1:3u")));

    [Fact]
    public void A_sequence_without_end_is_told_in_part()
    {
        var events = Decode("\e[" + new string('1', 100_000) + "A");

        Assert.InRange(Assert.IsType<UnknownEvent>(Assert.Single(events)).Bytes.Length, 1, 300);
    }

    [Property(MaxTest = 500)]
    public void Any_split_of_any_bytes_gives_the_same_events(byte[] noise, byte[] cuts)
    {
        var bytes = Provoke(noise);
        var whole = Decode(bytes);
        var events = new List<TerminalEvent>();
        var decoder = new KeyDecoder(events.Add);
        var at = 0;
        for (var i = 0; at < bytes.Length; i++)
        {
            var length = Math.Min(bytes.Length - at, cuts.Length == 0 ? 1 : 1 + (cuts[i % cuts.Length] % 5));
            decoder.Feed(bytes.AsSpan(at, length));
            at += length;
        }

        decoder.Flush();

        Assert.Equal(whole, events);
    }

    // Bytes as they come seldom meet the decoder's deeper states: half of them become the bytes that sequences are made of.
    static byte[] Provoke(byte[] noise)
    {
        var likely = "\e[]O?<>=;:0129~$MRuyc\\\a\x7F\xC3\xA9\xE2\x82"u8;
        var bytes = new byte[noise.Length];
        for (var i = 0; i < noise.Length; i++)
        {
            bytes[i] = noise[i] < 128 ? likely[noise[i] % likely.Length] : (byte)((noise[i] - 128) * 2);
        }

        return bytes;
    }

    static List<TerminalEvent> Decode(string text) =>
        Decode(text == "\xff" ? [0xFF] : Encoding.UTF8.GetBytes(text));

    static List<TerminalEvent> Decode(byte[] bytes)
    {
        var events = new List<TerminalEvent>();
        var decoder = new KeyDecoder(events.Add);
        decoder.Feed(bytes);
        decoder.Flush();
        return events;
    }
}
