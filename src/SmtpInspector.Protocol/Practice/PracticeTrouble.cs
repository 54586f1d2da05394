using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>What a fault does once its argument is known.</summary>
public abstract record PracticeTrouble
{
    PracticeTrouble()
    {
    }

    /// <summary>Whether a conversation can ask for it itself; what the server must know before a client comes cannot be asked for.</summary>
    public virtual bool CanBeAskedFor => true;

    /// <summary>Another reply than the usual one at a step that nothing else stands against.</summary>
    /// <param name="At">The step.</param>
    /// <param name="Reply">What is answered; a code of success lets the step go on.</param>
    public sealed record Answer(Verb At, PracticeReply Reply) : PracticeTrouble
    {
        /// <summary>How often it strikes for the same sender, recipient or user; 0 for always.</summary>
        public int Times { get; init; }

        /// <summary>Which recipient of a transaction it strikes, from 1; 0 for each.</summary>
        public int Nth { get; init; }

        /// <summary>How many messages the server accepts before it strikes.</summary>
        public int AfterMessages { get; init; }

        /// <summary>Whether the connection is closed behind the reply.</summary>
        public bool Closes { get; init; }
    }

    /// <summary>The connection is closed when a step is reached, whatever else stands against it.</summary>
    /// <param name="At">The step.</param>
    /// <param name="LastWord">What is said first; null for nothing.</param>
    public sealed record Cut(Verb At, PracticeReply? LastWord) : PracticeTrouble;

    /// <summary>Replies come late.</summary>
    /// <param name="Time">How late.</param>
    /// <param name="At">To which step; null for all.</param>
    public sealed record Delay(TimeSpan Time, Verb? At) : PracticeTrouble;

    /// <summary>Replies come an octet at a time.</summary>
    /// <param name="Pace">The time between two octets.</param>
    public sealed record Drip(TimeSpan Pace) : PracticeTrouble;

    /// <summary>The last line of a reply bears another code than the lines before it.</summary>
    /// <param name="At">The step; a reply of one line gets a second.</param>
    public sealed record MixedCodes(Verb At) : PracticeTrouble;

    /// <summary>Reply lines end in LF alone.</summary>
    /// <param name="At">The step; null for all.</param>
    public sealed record BareLineFeeds(Verb? At) : PracticeTrouble;

    /// <summary>The enhanced code's class is not the reply code's.</summary>
    /// <param name="At">The step; null for all.</param>
    public sealed record WrongEnhancedCode(Verb? At) : PracticeTrouble;

    /// <summary>Somebody in the middle puts lines into the clear part of the conversation.</summary>
    /// <param name="Before">Whether they stand before the 220 that answers STARTTLS; else behind it.</param>
    public sealed record Inject(bool Before) : PracticeTrouble;

    /// <summary>STARTTLS is neither offered nor understood.</summary>
    public sealed record NoStartTls : PracticeTrouble
    {
        public override bool CanBeAskedFor => false;
    }

    /// <summary>The certificate does not verify.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Certificate(PracticeCertificateFaults Fault) : PracticeTrouble
    {
        public override bool CanBeAskedFor => false;
    }

    /// <summary>Messages may be of so many octets only.</summary>
    public sealed record SizeLimit(int Octets) : PracticeTrouble
    {
        public override bool CanBeAskedFor => false;
    }

    /// <summary>A dot between bare line feeds is taken for the end of the content.</summary>
    public sealed record LenientEnd : PracticeTrouble
    {
        public override bool CanBeAskedFor => false;
    }
}

/// <summary>Why a practice server's certificate does not verify.</summary>
[Flags]
public enum PracticeCertificateFaults
{
    None = 0,

    /// <summary>Its time is over.</summary>
    Expired = 1,

    /// <summary>It was made for another host.</summary>
    WrongName = 2,
}
