namespace SmtpInspector.Tests.Tui;

public class ConversationTests
{
    [Theory, MemberData(nameof(Conversations.Files), MemberType = typeof(Conversations))]
    public void Every_octet_of_a_transcript_stands_in_some_item(string name)
    {
        var conversation = Conversations.OfFile(name);
        var octets = Conversations.DocumentOfFile(name).Events()
            .OfType<SmtpInspector.Protocol.Conversation.ConversationEvent.Line>().Sum(line => line.Wire.Bytes.Length);

        Assert.Equal(octets, Enumerable.Range(0, conversation.Count).SelectMany(index => conversation[index].Lines).Sum(line => line.Wire.Bytes.Length));
    }
}
