using System.Diagnostics.CodeAnalysis;

namespace SmtpInspector.Protocol.Practice;

/// <summary>A server to practise on as it is written: whom it plays, and the faults that strike each of its conversations.</summary>
/// <param name="Profile">Whom it plays.</param>
/// <param name="Faults">The faults, in the order they were written.</param>
public sealed record PracticeSetup(PracticeProfile Profile, IReadOnlyList<ChosenFault> Faults)
{
    /// <summary>Reads a profile's name and faults: <c>postfix</c>, <c>greylisting</c>, <c>421=RCPT</c>. Case does not count.</summary>
    /// <param name="profile">The name of a profile.</param>
    /// <param name="faults">Each <c>NAME</c> or <c>NAME=ARG</c>.</param>
    /// <param name="setup">What was meant.</param>
    /// <param name="error">What is wrong and how to get it right: a sentence without its capital and period.</param>
    /// <param name="listing">Where the user finds the faults there are, as the end of that sentence; null for the command line's way.</param>
    public static bool TryParse(
        string profile,
        IEnumerable<string> faults,
        [NotNullWhen(true)] out PracticeSetup? setup,
        [NotNullWhen(false)] out string? error,
        string? listing = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(faults);
        setup = null;
        if (PracticeProfiles.Find(profile) is not { } found)
        {
            error = $"there is no profile {profile}{PracticeSuggestion.For(profile, PracticeProfiles.Names)}; there are: {string.Join(", ", PracticeProfiles.Names)}";
            return false;
        }

        var chosen = new List<ChosenFault>();
        foreach (var text in faults)
        {
            var (fault, problem) = ChosenFault.Parse(found, text, listing ?? "serve --list prints those there are");
            if (fault is null)
            {
                error = problem!;
                return false;
            }

            chosen.Add(fault);
        }

        setup = new(found, chosen);
        error = null;
        return true;
    }

    /// <summary>What conversations are begun with, where there is no listener: in a lesson's check, or a test.</summary>
    /// <param name="seed">The same seed gives the same account and the same identifiers.</param>
    /// <param name="region">The region in replies and the one an SES password is derived for.</param>
    public PracticeSettings ToSettings(ulong seed, string region = PracticeSettings.DefaultRegion) =>
        new(Profile, PracticeCredentials.Create(Profile, new PracticeRandom(seed), region), new VerifiedIdentities(Profile.Verified))
        {
            Region = region,
            Faults = Faults,
        };

    /// <summary>Begins a conversation without a listener: lines go in by <see cref="PracticeSession.Receive"/>, actions come out.</summary>
    /// <param name="seed">The same seed gives the same run.</param>
    /// <param name="implicitTls">True where TLS came before the greeting; false where STARTTLS is on offer.</param>
    public PracticeSession Begin(ulong seed, bool implicitTls) =>
        new(ToSettings(seed), new PracticeMemory(ContentRoom), new PracticeRandom(seed).Branch(1), implicitTls);

    const long ContentRoom = 24 * 1024 * 1024;
}
