using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Details;

public class TransactionsTests
{
    const string Two = """
        S: 220 mx.example.org
        C: EHLO c
        S: 250-mx.example.org
        S: 250-PIPELINING
        S: 250 CHUNKING
        C: MAIL FROM:<one@example.com>
        C: RCPT TO:<a@example.org>
        C: BDAT 10 LAST
        C: A: b
        C:
        C: 1
        C: MAIL FROM:<two@example.com>
        C: RCPT TO:<b@example.org>
        C: RCPT TO:<c@example.org>
        S: 250 ok
        S: 250 ok
        S: 250 first taken
        S: 250 ok
        S: 550 no
        S: 250 ok
        """;

    static readonly Conversation Pipelined = Conversations.Of(Two.Replace("C:\n", "C%: %0D%0A\n", StringComparison.Ordinal).Replace("C: 1\n", "C%: 1%0A\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("MAIL FROM:<one", "MAIL FROM:<one")]
    [InlineData("RCPT TO:<a", "MAIL FROM:<one")]
    [InlineData("BDAT", "MAIL FROM:<one")]
    [InlineData("A: b", "MAIL FROM:<one")]
    [InlineData("RCPT TO:<c", "MAIL FROM:<two")]
    [InlineData("EHLO", "MAIL FROM:<one")]
    public void An_item_belongs_to_the_transaction_it_stands_in_and_any_other_shows_the_newest_message(string item, string mail)
    {
        var transaction = Transactions.Of(Pipelined, TabText.Item(Pipelined, item))!;

        Assert.StartsWith(mail, Encoding.ASCII.GetString(transaction.Mail!.Lines[0].Wire.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Replies_go_to_the_commands_they_answer_though_the_next_transaction_has_begun()
    {
        var first = Transactions.Of(Pipelined, TabText.Item(Pipelined, "BDAT"))!;
        var second = Transactions.Of(Pipelined, TabText.Item(Pipelined, "RCPT TO:<c"))!;

        Assert.Equal(["250 ok"], first.Recipients.Select(recipient => Text(recipient.Reply!)));
        Assert.Equal(["250 first taken"], first.Finals.Select(Text));
        Assert.Equal(["550 no", "250 ok"], second.Recipients.Select(recipient => Text(recipient.Reply!)));
        Assert.Empty(second.Contents);
    }

    [Fact]
    public void Content_on_its_way_belongs_to_the_open_transaction_and_later_versions_see_it_whole()
    {
        var document = Conversations.Document("S: 220 a\nC: EHLO c\nS: 250 a\nC: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<b@b.example>\nS: 250 ok\nC: DATA\nS: 354 go\nC: Subject: x\nC:\nC: y\nC: .\nS: 250 ok\n");
        var conversation = Conversation.Start(document.StartState());
        var sizes = new List<long>();
        foreach (var heard in Conversations.Heard(document))
        {
            conversation = conversation.Hear(heard);
            var transaction = Transactions.Of(conversation, null);
            sizes.Add(transaction is null ? -1 : MessageContent.Of(transaction, keepSecrets: false).Octets);
        }

        Assert.Equal([-1, -1, -1, -1, -1, -1, -1, -1, -1, 12, 14, 17, 17, 17], sizes);
    }

    [Fact]
    public void Before_any_content_there_is_no_message() =>
        Assert.Null(Transactions.Of(Conversation.Start(SessionState.Start()), null));

    static string Text(TranscriptItem item) => Encoding.ASCII.GetString(item.Lines[^1].Wire.Content.Span);
}
