using System.Text;

namespace SmtpInspector.Protocol.Practice;

/// <summary>Fills the placeholders of a profile's texts for one conversation.</summary>
sealed class PracticeTexts(PracticeSettings settings, PracticeRandom random)
{
    const string UpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const string AnyCase = UpperCase + "abcdefghijklmnopqrstuvwxyz";
    const string Hexadecimal = "0123456789abcdef";

    /// <summary>RFC 5321 §4.5.3.1.5: a reply line is of at most 512 octets, code and line ending with it.</summary>
    const int LongestText = 512 - 6;

    readonly string _tag = random.Text(9, UpperCase);
    readonly string _connection = random.Text(20, AnyCase);
    string _id = "";

    /// <summary>A new identifier in the shape of SES's, for the next <c>{id}</c>.</summary>
    public string NextMessageId() =>
        _id = $"0000{Hex(12)}-{Hex(8)}-{Hex(4)}-{Hex(4)}-{Hex(4)}-{Hex(12)}-000000";

    /// <summary>The reply with every placeholder replaced.</summary>
    public PracticeReply Fill(PracticeReply reply, PracticeState state) => reply.Filled(text => Fill(text, state));

    string Fill(string text, PracticeState state)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        // What the client said comes last, so that nothing in it is taken for a placeholder.
        var filled = new StringBuilder(text)
            .Replace("{host}", settings.Profile.Host)
            .Replace("{tag}", _tag)
            .Replace("{connection}", _connection)
            .Replace("{id}", _id)
            .Replace("{region}", settings.Region)
            .Replace("{REGION}", settings.Region.ToUpperInvariant())
            .Replace("{sender}", state.ReversePath)
            .Replace("{identities}", Identities(state))
            .ToString();
        return filled.Length <= LongestText ? filled : filled[..(LongestText - 3)] + "...";
    }

    string Identities(PracticeState state) =>
        state.ReversePath is null
            ? ""
            : string.Join(", ", PracticeConditions.Unverified(state, settings.Verified).Select(identity => identity.Length == 0 ? "<>" : identity));

    string Hex(int length) => random.Text(length, Hexadecimal);
}
