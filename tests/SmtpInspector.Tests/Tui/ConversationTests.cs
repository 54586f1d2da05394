using System.Text;

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

    [Fact]
    public void A_refusal_that_waits_for_what_comes_next_keeps_its_own_line_and_the_credential_in_it()
    {
        var conversation = Conversations.Of("""
            S: 220 hi
            C: AUTH PLAIN AGZyZWQAc2VjcmV0LXdvcmQ=
            S: 235 ok
            S: 535 not secret-word
            S: 535 nor secret-word
            S: 250 ok
            S: 221 bye

            """);

        Assert.Equal(
            ["535 not {secret:plain}", "535 nor {secret:plain}", "250 ok", "221 bye"],
            conversation.Items.Skip(3).Select(item => Encoding.UTF8.GetString(item.Lines[0].Content(keepSecrets: false).Span)));
    }
}
