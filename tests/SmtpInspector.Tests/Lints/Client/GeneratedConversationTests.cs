using FsCheck.Xunit;

namespace SmtpInspector.Tests.Lints.Client;

public class GeneratedConversationTests
{
    [Property(MaxTest = 1000)]
    public void A_conversation_of_the_grammar_has_no_error_on_the_client_s_side(int seed)
    {
        var conversation = GeneratedConversation.Of(seed);
        var errors = Judged.Commands(conversation).Where(found => found.Contains(" error ", StringComparison.Ordinal));
        Assert.True(!errors.Any(), string.Join('\n', [.. errors, conversation]));
    }
}
