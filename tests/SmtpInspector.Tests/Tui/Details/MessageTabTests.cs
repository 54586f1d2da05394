namespace SmtpInspector.Tests.Tui.Details;

public class MessageTabTests
{
    [Fact]
    public void Before_any_message_it_says_so() =>
        Assert.Equal("No message has been sent yet.\n", Of("S: 220 a\nC: EHLO c\nS: 250 a\n", item: 1));

    [Fact]
    public void What_has_no_content_yet_has_an_envelope()
    {
        var shown = Of("S: 220 a\nC: EHLO c\nS: 250 a\nC: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<b@example.org>\nS: 452 later\nC: RCPT TO:<c@example.org>\n", item: 3);

        Assert.Equal(
            """
            A message that has no content yet

            Envelope
            from  <>  no bounces, please
            to    <b@example.org>  452
                  <c@example.org>  not answered

            """,
            shown);
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nC: Content-Transfer-Encoding: quoted-printable\nC:\nC: Gr=FC=DFe\n", "Grüße")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nC: Content-Transfer-Encoding: base64\nC:\nC: R3LDvMOfZQ==\n", "Grüße")]
    [InlineData("Subject: x\nC:\nC: ..a line that begins with a dot\n", ".a line that begins with a dot")]
    public void The_text_is_shown_as_its_reader_will_see_it(string message, string text) =>
        Assert.EndsWith($"Text\n{text}\n", Of(Message(message), item: 9).Split("\n\ni info")[0].Split("\n\n~ ")[0].Split("\n\n! ")[0] + "\n", StringComparison.Ordinal);

    [Fact]
    public void A_message_without_header_says_so() =>
        Assert.Contains("It has none: what was sent begins with no field.", Of(Message("\nC: just text\n"), item: 9), StringComparison.Ordinal);

    [Fact]
    public void A_message_that_was_cut_off_is_shown_as_far_as_it_came()
    {
        var shown = Of(Message("Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n")[..^"C: .\nS: 250 taken\n".Length], item: 9);

        Assert.StartsWith("A message that was cut off: 38 octets, 1 line\n", shown, StringComparison.Ordinal);
        Assert.Contains("Subject  Grüße\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Chunks_are_one_message()
    {
        var shown = Of("S: 220 a\nC: EHLO c\nS: 250-a\nS: 250 CHUNKING\nC: MAIL FROM:<a@example.org>\nS: 250 ok\nC: RCPT TO:<b@example.org>\nS: 250 ok\nC: BDAT 12\nC: Subject: x\nS: 250 ok\nC: BDAT 8 LAST\nC%: %0D%0A\nC: Hello\nS: 250 taken\n".Replace("BDAT 8", "BDAT 9", StringComparison.Ordinal), item: 3);

        Assert.StartsWith("Message: 21 octets, 3 lines, 2 chunks\n✓ accepted: 250 taken\n", shown, StringComparison.Ordinal);
        Assert.Contains("Text\nHello\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void In_LMTP_each_recipient_has_a_verdict()
    {
        var shown = Of("S: 220 a\nC: LHLO c\nS: 250 a\nC: MAIL FROM:<a@example.org>\nS: 250 ok\nC: RCPT TO:<b@example.org>\nS: 250 ok\nC: RCPT TO:<c@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: Subject: x\nC: .\nS: 250 b has it\nS: 552 c is full\n", item: 3);

        Assert.Contains("✓ accepted: 250 b has it\n✗ refused: 552 c is full\n", shown, StringComparison.Ordinal);
    }

    static string Message(string content) =>
        $"S: 220 a\nC: EHLO c\nS: 250 a\nC: MAIL FROM:<a@example.org>\nS: 250 ok\nC: RCPT TO:<b@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: {content}C: .\nS: 250 taken\n";

    static string Of(string transcript, int item)
    {
        var conversation = Conversations.Of(transcript);
        return TabText.Of(conversation, conversation[item], "Message", 78, Looks.Dark);
    }
}
