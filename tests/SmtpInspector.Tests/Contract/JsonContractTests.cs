using System.Globalization;
using System.Text;
using System.Text.Json;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Contract.Conversing;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Contract;

public class JsonContractTests
{
    static readonly Dictionary<string, string> Fields = new()
    {
        ["connecting"] = "event at host port",
        ["connected"] = "event at address port",
        ["reply"] = "event at seconds code enhanced lines to class listed findings",
        ["command"] = "event at verb text own findings",
        ["data"] = "event at bytes lines findings",
        ["note"] = "event at text findings",
        ["closed"] = "event at by clean findings",
        ["error"] = "event at kind message",
    };

    [Fact]
    public async Task Every_event_has_the_fields_of_the_contract_live_and_shown()
    {
        var talked = await ConnectAsync(
            "EHLO me\nMAIL FROM:<a@b.example>\nRCPT TO:<c@d.example>\nDATA\nSubject: x\n.a\n.\nAUTH LOGIN\n*\nDATA\nx\n.\nFOO\n",
            [
                .. Introduced, .. Answer("MAIL", "250 2.1.0 ok"), .. Answer("RCPT", "250 2.1.5 ok"), .. Answer("DATA", "354 go"), HearUntil("."),
                Say("250 2.0.0 ok"), .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer("*", "501 cancelled"), .. Answer("DATA", "503 no"), Hear("FOO"), HangUp(),
            ],
            "--json",
            "--save",
            "saved.smtp");
        var live = Json.Events(talked.Expect(1).Program);
        var shown = Json.Events((await ShowAsync(Encoding.UTF8.GetBytes(talked.Saved), "--json")).Expect(0));

        Assert.All(live, e => Assert.Equal(Fields[Json.Text(e, "event")!], Json.Names(e)));
        Assert.Equal(live.Select(e => e.ToString()), shown.Select(e => e.ToString()));
        Assert.Equal(
            ["connection", "EHLO", "MAIL", "RCPT", "DATA", "message", "AUTH", "AUTH", "DATA"],
            live.Where(e => Json.Text(e, "event") == "reply").Select(e => Json.Text(e, "to")));
        Assert.Equal(
            ["EHLO", "MAIL", "RCPT", "DATA", "AUTH", "AUTH", "DATA", "FOO"],
            live.Where(e => Json.Text(e, "event") == "command").Select(e => Json.Text(e, "verb")));
        var data = Assert.Single(live, e => Json.Text(e, "event") == "data");
        Assert.Equal("Subject: x\r\n..a\r\n".Length, data.GetProperty("bytes").GetInt64());
        Assert.Equal(2, data.GetProperty("lines").GetInt64());
        Assert.Equal(["closed", "error"], live[^2..].Select(e => Json.Text(e, "event")));
    }

    [Fact]
    public async Task Times_that_are_not_known_are_null()
    {
        var events = Json.Events((await ShowAsync(Octets.Of("S: 220 x.example\nC: NOOP\nS: 250\n* a note\n* closed by=server clean=no\n"), "--json")).Expect(0));

        Assert.Equal(5, events.Count);
        Assert.All(events, e => Assert.True(Json.IsNull(e, "at")));
        Assert.All(events.Where(e => Json.Text(e, "event") == "reply"), e => Assert.True(Json.IsNull(e, "seconds")));
    }

    [Fact]
    public async Task Malformed_and_mixed_replies_are_told_apart()
    {
        var events = Json.Events((await ShowAsync(
            Octets.Of("S: 220 x.example\nC: NOOP\nS: hello\nC: NOOP\nS: 250-a\nS: 251 b\nC: NOOP\nS: 250-a\nS: foo\nS: 250 b\nS: 550 5.7.1 unasked\nC: NOOP\nS: 421 bye\n"),
            "--json")).Expect(0));
        var replies = events.Where(e => Json.Text(e, "event") == "reply").ToList();

        Assert.Equal(
            [
                "220|connection|success|[\"x.example\"]",
                "|NOOP|invalid|[\"hello\"]",
                "251|NOOP|success|[\"a\",\"b\"]",
                "250|NOOP|success|[\"a\",\"foo\",\"b\"]",
                "550||permanent|[\"5.7.1 unasked\"]",
                "421|NOOP|transient|[\"bye\"]",
            ],
            replies.Select(e => $"{e.GetProperty("code")}|{Json.Text(e, "to")}|{Json.Text(e, "class")}|{e.GetProperty("lines")}"));
        Assert.Equal(JsonValueKind.Null, replies[1].GetProperty("code").ValueKind);
        Assert.Equal("[250,251]", replies[2].GetProperty("codes").ToString());
        Assert.Equal("[250,null,250]", replies[3].GetProperty("codes").ToString());
        Assert.False(replies[0].TryGetProperty("codes", out _));
        Assert.Equal("5.7.1", Json.Text(replies[4], "enhanced"));
        Assert.False(replies[4].GetProperty("listed").GetBoolean());
        Assert.True(replies[5].GetProperty("listed").GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task Nothing_of_the_peers_reaches_the_output_unfiltered(string option)
    {
        var hostile = "\u001b[31m\u009b31m\u0000\u0007\b\u007f\r " + Octets.Text(Encoding.UTF8.GetBytes("\u009b\u202e\u200b\ufeff\u2066\u00ad\u2028\U000e0041")) + "\u00ff\u00fe";
        string[] options = option.Length > 0 ? [option] : [];
        var talked = await ConnectAsync(
            "EHLO me\nNOOP\n",
            [Say($"220 mx.example.com {hostile}"), Hear("EHLO"), SayExactly($"250-mx.example.com {hostile}\r\n250 X{hostile}\r\n"), .. Answer("NOOP", hostile), .. Farewell],
            [.. options, "--save", "saved.smtp"]);

        foreach (var output in (string[])[talked.Program.Output, talked.Saved, (await ShowAsync(Encoding.UTF8.GetBytes(talked.Saved), options)).Output])
        {
            Assert.DoesNotContain(output.EnumerateRunes(), rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_given_as_base64_of_the_whole_too()
    {
        var talked = await ConnectAsync(
            "NOOP \u00ff\n", [Say(Greeting), Hear("NOOP"), SayExactly("250-\u00fe\r\n250 ok\r\n"), .. Farewell], "--json");
        var events = Json.Events(talked.Expect(0).Program);

        var command = events.First(e => Json.Text(e, "verb") == "NOOP");
        var reply = events.First(e => Json.Text(e, "to") == "NOOP");
        Assert.Equal("NOOP \ufffd", Json.Text(command, "text"));
        Assert.Equal("NOOP \u00ff\r\n", Octets.Text(command.GetProperty("bytes").GetBytesFromBase64()));
        Assert.Equal("250-\u00fe\r\n250 ok\r\n", Octets.Text(reply.GetProperty("bytes").GetBytesFromBase64()));
    }
}
