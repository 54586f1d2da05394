using System.Globalization;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Practice;

/// <summary>What <c>serve --list</c> prints: the profiles, the faults, and how to ask for them.</summary>
/// <param name="width">The columns.</param>
sealed class ServeListing(int width)
{
    const int NameColumn = 11;
    const int FaultColumn = 24;

    /// <summary>All profiles and all faults, what each does.</summary>
    public IEnumerable<string> Everything() =>
    [
        "Profiles: smtp-inspector serve PROFILE, connect practice:PROFILE",
        "",
        .. PracticeProfiles.All.SelectMany(profile => Row(profile.Name, NameColumn, profile.Explanation)),
        "",
        "Faults of every profile: --fault NAME[=ARG], as many as you like",
        "",
        .. PracticeFaults.Common.SelectMany(fault => Row(fault.Usage, FaultColumn, fault.Does)),
        .. from profile in PracticeProfiles.All
           where profile.Faults.Count > 0
           from line in (string[])["", $"Faults of {profile.Name}", "", .. profile.Faults.SelectMany(fault => Row(fault.Usage, FaultColumn, fault.Does))]
           select line,
        "",
        .. Asking(),
    ];

    /// <summary>One profile and its faults, with what there is to learn from each.</summary>
    public IEnumerable<string> Of(PracticeProfile profile) =>
    [
        .. Wrap($"{profile.Name}: {profile.Explanation}.", 0),
        "",
        .. Wrap(profile.Teaches, 2),
        "",
        .. Row("mail", NameColumn, $"It {profile.TakesInWords}."),
        .. Row("offers", NameColumn, Offers(profile)),
        .. Row("limits", NameColumn, string.Create(CultureInfo.InvariantCulture,
            $"{profile.MessageLimit:N0} octets, {profile.RecipientsHeld} recipients, {profile.ErrorLimit} errors, {profile.Idle.TotalSeconds:0} s of silence")),
        .. Row("replies", NameColumn, profile.Source.Replace("`", "", StringComparison.Ordinal)),
        "",
        "Faults: --fault NAME[=ARG], as many as you like",
        .. profile.AllFaults.SelectMany(fault => (string[])
        [
            "",
            $"  {fault.Usage}{(fault.Argument.Brief.Length == 0 ? "" : $"   ({fault.Argument.Brief})")}",
            .. Wrap(fault.Does, 4),
            .. Wrap($"{fault.Teaches} ({fault.Reference})", 4),
        ]),
        "",
        .. Asking(),
    ];

    IEnumerable<string> Asking() =>
    [
        "Asking for a fault within a conversation",
        "",
        .. Wrap($"NAME@{PracticeFaults.Domain} as the sender, a recipient or the user name; EHLO NAME.{PracticeFaults.Domain} for what comes before those; NAME+ARG@{PracticeFaults.Domain} for an argument.", 2),
        .. Wrap($"STEP is one of {PracticeFault.Steps}.", 2),
        .. Wrap("A target can name faults too: practice:postfix+greylisting+421=RCPT.", 2),
        .. Wrap("serve PROFILE --list says more of one profile: what it offers, and what each fault teaches.", 2),
    ];

    // A name that is too long for its column stands above its text.
    IEnumerable<string> Row(string name, int column, string text)
    {
        var indented = Wrap(text, column + 2).ToList();
        return name.Length < column
            ? [$"  {name.PadRight(column)}{indented[0].TrimStart()}", .. indented.Skip(1)]
            : [$"  {name}", .. indented];
    }

    IEnumerable<string> Wrap(string text, int indent) =>
        ExplanationText.Wrap(text, width - indent).Select(line => new string(' ', indent) + line);

    static string Offers(PracticeProfile profile) => profile.Extensions.Count == 0
        ? "nothing"
        : string.Join(", ", profile.Extensions.Select(extension => extension.When switch
        {
            OfferedWhen.BeforeTls => $"{extension.Line} (before TLS)",
            OfferedWhen.InsideTls => $"{extension.Line} (inside TLS)",
            _ => extension.Line,
        }));
}
