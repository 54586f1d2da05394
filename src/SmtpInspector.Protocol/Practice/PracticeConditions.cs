using System.Globalization;
using System.Text;
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
            PathSyntax => input.Envelope is null || !(IsPrintable(input.Argument) || TakesUtf8(input, state, settings.Profile)),
            MailboxSyntax => !IsAllowedMailbox(input),
            ParameterUnknown => UnknownParameter(input, settings.Profile) is not null,
            ParameterSyntax => HasBadParameter(input.Envelope!, settings.Profile),
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

            RecipientsRefused => state.Recipients.Count == 0 && state.RecipientsTried > 0,
            RelayDenied => state.UserName is null && !settings.Verified.MaySendFrom(input.Envelope!.Address) && input.Envelope.Address.Contains('@', StringComparison.Ordinal),
            MailboxUnknown => (input.Envelope?.Address ?? input.Argument) is var mailbox
                && settings.Verified.MaySendFrom(mailbox) && mailbox.StartsWith("nobody@", StringComparison.OrdinalIgnoreCase),
            SenderNotOwn => !settings.Verified.MaySendFrom(state.ReversePath!) && !settings.Credentials.UserName.Equals(state.ReversePath, StringComparison.OrdinalIgnoreCase),
            ChunksBegun => state.ChunksBegun,
            ChunkSyntax => input.Chunk is null,
            TokenWrong => !IsRightToken(input, settings.Credentials),
            CommandSyntax => input.SyntaxError is not null,
            SourceRouteGiven => input.Envelope?.HasRoute ?? false,
            PathTooLong => IsTooLong(input.Envelope!.Address),
            ContentBareLineEnding => content!.HasBareLineEnding,
            ContentLineTooLong => content!.HasLongLine,
            ContentEightBit => content!.HasEightBit && !state.EightBit,

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

    /// <summary>The first parameter of MAIL or RCPT that the profile does not know, as written in upper case; null where it knows all.</summary>
    public static string? UnknownParameter(PracticeInput? input, PracticeProfile profile) =>
        input?.Envelope?.Parameters
            .Select(parameter => parameter.Keyword)
            .FirstOrDefault(keyword => !(input.Verb == Grammar.Verb.Mail ? profile.MailParameters : profile.RcptParameters).Contains(keyword));

    static bool HasBadParameter(EnvelopeArgument envelope, PracticeProfile profile) =>
        envelope.Parameters.Any(parameter => parameter switch
        {
            // RFC 1870 §4: one to twenty digits.
            ("SIZE", var size) => size is not { Length: >= 1 and <= 20 } || !size.All(char.IsAsciiDigit),
            ("BODY", var body) => body?.ToUpperInvariant() is not ("7BIT" or "8BITMIME")
                && !(body?.ToUpperInvariant() == "BINARYMIME" && profile.Extensions.Any(extension => extension.Line == "BINARYMIME")),
            ("RET", var what) => what?.ToUpperInvariant() is not ("FULL" or "HDRS"),
            ("SMTPUTF8", var value) => value is not null,
            (_, var value) => string.IsNullOrEmpty(value),
        })
        || envelope.Parameters.DistinctBy(parameter => parameter.Keyword).Count() != envelope.Parameters.Count;

    /// <summary>RFC 6531 §3.3: addresses in UTF-8 come with the parameter SMTPUTF8, or after it.</summary>
    static bool TakesUtf8(PracticeInput input, PracticeState state, PracticeProfile profile) =>
        profile.MailParameters.Contains("SMTPUTF8")
        && (input.Verb == Grammar.Verb.Mail ? input.Envelope!.Parameters.Any(parameter => parameter.Keyword == "SMTPUTF8") : state.EightBit)
        && input.Argument.All(letter => letter is >= ' ' and not '\x7f');

    /// <summary>RFC 7628 §3.1 and XOAUTH2: the token stands behind auth=Bearer, between octets 1.</summary>
    static bool IsRightToken(PracticeInput input, PracticeCredentials credentials) =>
        Encoding.Latin1.GetString(input.Response ?? []).Split('\x01') is { } words
        && words.Contains("auth=Bearer " + credentials.Password, StringComparer.Ordinal);

    /// <summary>RFC 5321 §4.5.3.1.1 to §4.5.3.1.3: 64 octets of local-part, 255 of domain, 256 of path with its brackets.</summary>
    static bool IsTooLong(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 64 || address.Length - at - 1 > 255 || address.Length + 2 > 256;
    }

    static decimal DeclaredSize(EnvelopeArgument envelope) =>
        envelope.Parameters.FirstOrDefault(parameter => parameter.Keyword == "SIZE").Value is { } size
            ? decimal.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    static bool IsPrintable(string text) => text.All(letter => letter is >= ' ' and <= '~');
}
