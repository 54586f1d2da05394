using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Session;

/// <summary>How long to wait for a reply where the user does not say (RFC 5321 §4.5.3.2).</summary>
static class ReplyTimeouts
{
    /// <summary>The time-out for the reply to a verb.</summary>
    public static TimeSpan For(Verb verb) => TimeSpan.FromMinutes(verb switch
    {
        Verb.Data => 2,
        Verb.EndOfData or Verb.Bdat => 10,
        _ => 5,
    });
}
