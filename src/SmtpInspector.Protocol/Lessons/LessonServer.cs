using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>When TLS begins in a lesson's conversation.</summary>
public enum LessonTls
{
    /// <summary>Before the greeting.</summary>
    Implicit,

    /// <summary>The program sends EHLO and STARTTLS before the learner's first line.</summary>
    StartTls,

    /// <summary>When the learner types STARTTLS, or never.</summary>
    Manual,
}

/// <summary>The practice server of a conversation, and what the program says to it first.</summary>
/// <param name="Setup">Whom it plays, and the faults that strike every conversation.</param>
/// <param name="Tls">When TLS begins.</param>
/// <param name="Idle">How long the server bears silence; null for as long as a learner may need.</param>
/// <param name="Trusting">Whether the conversation goes on with a certificate that does not verify, or with plaintext before the handshake.</param>
/// <param name="Stuffing">Whether the program doubles the dot of content lines that begin with one (RFC 5321 §4.5.2).</param>
/// <param name="Prepare">Lines the program sends before the learner's first, such as EHLO and AUTH.</param>
public sealed record LessonServer(
    PracticeSetup Setup, LessonTls Tls, TimeSpan? Idle, bool Trusting, bool Stuffing, IReadOnlyList<string> Prepare)
{
    /// <summary>
    /// The seed of every lesson's server: the account is the same at every start, so that a lesson's text can name it, and the same
    /// lesson runs the same way twice.
    /// </summary>
    public const ulong Seed = 5321;

    /// <summary>Its account.</summary>
    public PracticeCredentials Account => Setup.ToSettings(Seed).Credentials;
}
