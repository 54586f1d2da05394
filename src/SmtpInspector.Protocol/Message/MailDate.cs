namespace SmtpInspector.Protocol.Message;

/// <summary>A date and time as in a Date field (RFC 5322 §3.3).</summary>
/// <param name="Value">The moment, with the zone it was written in; in UTC where that zone is no offset a clock can have.</param>
/// <param name="IsZoneKnown">False for -0000 and for zones without a certain meaning, which are read as UTC.</param>
/// <param name="IsObsolete">Whether it is written in a form that must be understood but not be made any more (RFC 5322 §4.3).</param>
public readonly record struct MailDate(DateTimeOffset Value, bool IsZoneKnown, bool IsObsolete)
{
    /// <summary>
    /// The date in an unfolded body; null when none can be made out. <paramref name="problem"/> says what is not as it
    /// must be, which does not always keep the date from being understood; null when all is right.
    /// </summary>
    public static MailDate? Parse(string body, out string? problem) => new MailDateParser(body).Parse(out problem);
}
