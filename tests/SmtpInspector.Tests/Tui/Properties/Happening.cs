using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tests.Tui.Properties;

/// <summary>Makes of numbers what may happen to a screen: keys, pastes, the mouse, sizes, and whatever a conversation tells.</summary>
sealed class Happening(SessionState start)
{
    static readonly KeyEvent[] Keys =
    [
        .. ActionRegistry.All.SelectMany(action => action.Bindings).Select(binding => binding.Key).Where(key => !key.Is('q', KeyModifiers.Ctrl)).Distinct(),
        .. Enum.GetValues<Key>().Where(key => key != Key.Character).Select(key => new KeyEvent(key)),
        .. "aE:. \"\\x0ä漢".EnumerateRunes().Select(rune => new KeyEvent(Key.Character, rune, KeyModifiers.None)),
        new(Key.Left, KeyModifiers.Shift), new(Key.Right, KeyModifiers.Ctrl), KeyEvent.Ctrl('g'), KeyEvent.Ctrl('j'), KeyEvent.Alt('x'),
    ];

    static readonly string[] Texts =
    [
        "EHLO me.example", "AUTH LOGIN", "MAIL FROM:<a@b.example>", "DATA", "BDAT 20", "STARTTLS", "NOOP\nRSET\nQUIT", "one\r\n\r\nthree", "\t\0\e[31m\u009b0m", "👩‍👩‍👧 e\u0301 漢字 \u202eabc\u200b",
        new('x', 400), "\ud800 lone", "c: 5xx", "/(a+)+$/", "x 0d0a",
    ];

    static readonly byte[][] Said =
    [
        .. ((string[])
        [
            "220 mx.example.com ESMTP\r\n", "250-mx.example.com\r\n", "250-AUTH PLAIN LOGIN\r\n", "250 SIZE 1000\r\n", "250 2.1.0 Ok\r\n", "334 VXNlcm5hbWU6\r\n", "235 2.7.0 in\r\n", "354 go\r\n", "421 enough\r\n", "550 5.1.1 no\r\n", "\r\n", "\n", "no code\r\n",
            "250 \e]0;owned\a\e[2J\e[31m\e]52;c;eA==\a\x9b\x90\b\x7f\0\r\n", "250 \xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8b\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\xff\xfe\r\n", "250-" + new string('A', 900) + "\r\n", "334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\e[31m\u202e")) + "\r\n",
        ]).Select(Encoding.Latin1.GetBytes),
    ];

    readonly ConversationJudge _judge = new(start);
    TimeSpan _at;

    /// <summary>What a kind and an argument stand for.</summary>
    public Msg Of(int kind, int argument, Model model) => (kind % 16) switch
    {
        0 or 1 or 2 or 3 or 4 => new Msg.Terminal(Keys[argument % Keys.Length]),
        5 => new Msg.Terminal(new KeyEvent(Key.Character, new Rune((char)(' ' + (argument % 95))), KeyModifiers.None)),
        6 => new Msg.Terminal(new PasteEvent(Encoding.UTF8.GetBytes(Texts[argument % Texts.Length]))),
        7 => new Msg.Terminal(new MouseEvent(
            (MouseAction)(argument % Enum.GetValues<MouseAction>().Length), MouseButton.Left, argument / 7 % model.Size.Columns, argument / 3 % model.Size.Rows)),
        8 => new Msg.Terminal(new ResizeEvent(new TerminalSize(1 + (argument % 300), 1 + (argument / 300 % 100)))),
        9 => new Msg.Terminal(new ResizeEvent(new TerminalSize(80, 24))),
        10 or 11 => Heard(new WireLine(Direction.Server, 0, Said[argument % Said.Length])),
        12 => Heard(new WireLine(Direction.Server, 0, Random(argument))),
        13 => Heard(new WireLine(Direction.Client, 0, Encoding.UTF8.GetBytes(Texts[argument % Texts.Length].Split('\n')[0].TrimEnd('\r') + "\r\n"))),
        14 => new Msg.Ready(1),
        _ => Rare(argument),
    };

    /// <summary>What the conversation tells when something is sent.</summary>
    public IEnumerable<Msg> Answers(Effect effect) => effect switch
    {
        Effect.Send send => send.Lines.Select(line => (Msg)Heard(new WireLine(Direction.Client, 0, (byte[])[.. line.Octets.Span, .. "\r\n"u8]))),
        Effect.Later { What: Msg.Played } later => [later.What],
        Effect.Answer answer => [new Msg.Ready(answer.Conversation)],
        _ => [],
    };

    Msg.Spoken Heard(WireLine line) => Heard(new ConversationEvent.Line(_at += TimeSpan.FromMilliseconds(7), line));

    Msg.Spoken Heard(ConversationEvent happened)
    {
        var before = _judge.State;
        var entries = _judge.Apply(happened);
        return new Msg.Spoken(1, SmtpInspector.Tui.Transcript.Heard.Of(new Observed(happened, before, _judge.State, _judge.Secrets, entries)));
    }

    Msg Rare(int argument) => (argument % 9) switch
    {
        0 => new Msg.Waits(1, new Pending(Verb.Noop, "NOOP"u8.ToArray(), null), TimeSpan.FromSeconds(argument), TimeSpan.FromMinutes(5)),
        1 => new Msg.WaitOver(1),
        2 => new Msg.Asked(1, new Question("The certificate \e[31m", ["! \u009b what is wrong", Texts[argument % Texts.Length]], ["Leave", "Go on once"], 0)),
        3 => new Msg.Asked(1, new Question("Password", ["The password of \u202eann."], ["Go on", "Cancel"], 1, "Password")),
        4 => new Msg.Ended(1, ExitStatus.Ended, "The server said \e]0;x\a and closed."),
        5 => Heard(new ConversationEvent.Note(_at, "a note \e[31m")),
        6 => Heard(new ConversationEvent.Closed(_at, Direction.Server, Clean: false)),
        7 => new Msg.Woken(),
        _ => Heard(new ConversationEvent.TlsStarted(_at, new TlsSession("TLS 1.3", "TLS_AES_128_GCM_SHA256\e[31m", argument % 2 == 0, ["the name \u009b differs"], []))),
    };

    static byte[] Random(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(1, 120)];
        random.NextBytes(bytes);
        bytes.AsSpan().Replace((byte)'\n', (byte)' ');
        bytes[^1] = (byte)'\n';
        return bytes;
    }
}
