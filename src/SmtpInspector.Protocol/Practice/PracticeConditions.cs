using System.Globalization;
using static SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>Whether a condition of the table holds for a line, given what the server knows.</summary>
static class PracticeConditions
{
    public static bool Holds(
        PracticeCondition condition, PracticeInput input, PracticeState state, PracticeSettings settings, MessageContent? content) => condition switch
        {
            TlsRequired => state.TlsOnOffer && !state.Tls,
            TlsNotOnOffer => !state.TlsOnOffer || state.Tls,
            HelloMissing => state.ClientName is null,
            AuthenticationRequired => state.UserName is null,
            AlreadyAuthenticated => state.UserName is not null,
            TransactionOpen => state.ReversePath is not null,
            SenderMissing => state.ReversePath is null,
            RecipientMissing => state.Recipients.Count == 0,
            ArgumentMissing => input.Argument.Length == 0,
            ArgumentGiven => input.Argument.Length > 0,
            ArgumentNotPrintable => !IsPrintable(input.Argument),
            PathSyntax => input.Envelope is null || !IsPrintable(input.Argument),
            MailboxSyntax => !IsAllowedMailbox(input),
            ParameterUnknown => input.Envelope!.Parameters.Any(parameter => !IsKnown(parameter.Keyword, input, settings.Profile)),
            ParameterSyntax => HasBadParameter(input.Envelope!),
            DeclaredTooLarge => DeclaredSize(input.Envelope!) > settings.Profile.MessageLimit,
            RecipientsFull => state.Recipients.Count >= settings.Profile.RecipientsHeld,
            MechanismUnknown => settings.Profile.Mechanisms.All(mechanism => mechanism.Name != input.Mechanism),
            Cancelled => input.IsCancel,
            NotBase64 => input.HasResponse && input.Response is null,
            CredentialsWrong => !AreRight(input, state, settings.Credentials),
            ContentTooLarge => content!.IsTooLarge,
            StorageFull => content!.IsStorageFull,
            TooManyRecipients => state.Recipients.Count > settings.Profile.RecipientLimit,
            NotVerified => Unverified(state, settings.Verified).Any(),

            // The session looks for faults itself: they bring their own reply.
            Fault => false,
        };

    /// <summary>
    /// The identities that fail the check: the sender, then the recipients. Amazon looks at the From field of the header too; this
    /// server does not, so that a message without a header can be practised with.
    /// </summary>
    public static IEnumerable<string> Unverified(PracticeState state, VerifiedIdentities verified)
    {
        IEnumerable<string> senders = verified.MaySendFrom(state.ReversePath!) ? [] : [state.ReversePath!];
        return senders
            .Concat(state.Recipients.Where(recipient => !verified.MaySendTo(recipient)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The user name and password of an answer: PLAIN's message, or LOGIN's two answers.</summary>
    public static (byte[] AuthorizationId, byte[] UserName, byte[] Password)? CredentialsIn(PracticeInput input, PracticeState state)
    {
        var response = input.Response ?? [];
        if (state.Mode == PracticeMode.LoginPassword)
        {
            return ([], state.PendingUserName.ToArray(), response);
        }

        // RFC 4616 §2: [authzid] NUL authcid NUL passwd, and no NUL within any of them.
        var first = response.AsSpan().IndexOf((byte)0);
        var second = response.AsSpan().LastIndexOf((byte)0);
        return first >= 0 && second > first && response.AsSpan(first + 1, second - first - 1).IndexOf((byte)0) < 0
            ? (response[..first], response[(first + 1)..second], response[(second + 1)..])
            : null;
    }

    static bool AreRight(PracticeInput input, PracticeState state, PracticeCredentials credentials) =>
        CredentialsIn(input, state) is var (authorizationId, userName, password)
        && credentials.Match(userName, password)

        // RFC 4616 §2: the server checks that the user may act as the identity asked for; here, as nobody else.
        && (authorizationId.Length == 0 || authorizationId.AsSpan().SequenceEqual(userName));

    static bool IsAllowedMailbox(PracticeInput input) =>
        input.Envelope!.IsMailbox
        || (input.Verb == Grammar.Verb.Mail
            ? input.Envelope.Address.Length == 0

            // RFC 5321 §4.1.1.3: "<Postmaster>", without a domain, MUST be taken in RCPT.
            : input.Envelope.Address.Equals("postmaster", StringComparison.OrdinalIgnoreCase));

    static bool IsKnown(string keyword, PracticeInput input, PracticeProfile profile) =>
        input.Verb == Grammar.Verb.Mail && profile.MailParameters.Contains(keyword);

    static bool HasBadParameter(EnvelopeArgument envelope) =>
        envelope.Parameters.Any(parameter => parameter switch
        {
            // RFC 1870 §4: one to twenty digits.
            ("SIZE", var size) => size is not { Length: >= 1 and <= 20 } || !size.All(char.IsAsciiDigit),
            ("BODY", var body) => body?.ToUpperInvariant() is not ("7BIT" or "8BITMIME"),
            (_, var value) => string.IsNullOrEmpty(value),
        })
        || envelope.Parameters.DistinctBy(parameter => parameter.Keyword).Count() != envelope.Parameters.Count;

    static decimal DeclaredSize(EnvelopeArgument envelope) =>
        envelope.Parameters.FirstOrDefault(parameter => parameter.Keyword == "SIZE").Value is { } size
            ? decimal.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    static bool IsPrintable(string text) => text.All(letter => letter is >= ' ' and <= '~');
}
