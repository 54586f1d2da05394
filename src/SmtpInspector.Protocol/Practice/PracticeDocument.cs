using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Practice;

/// <summary>The profiles and faults as a document for people, in Markdown: <c>docs/practice.md</c>.</summary>
public static class PracticeDocument
{
    /// <summary>The whole document, lines ended by LF.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # The practice server

            A mail server inside this program, to learn and to test with. It listens on loopback only (unless `serve --listen` says
            otherwise), delivers nothing, and makes its certificate, user name and password anew at every start.

            ```bash
            smtp-inspector connect practice:postfix                       # started for this conversation
            smtp-inspector connect practice:postfix --fault greylisting --fault 421=RCPT
            smtp-inspector connect practice:postfix+greylisting+421=RCPT  # the same, as one target
            smtp-inspector serve gmail --fault throttling=2               # for other programs, until stopped
            smtp-inspector serve --seed 7                                 # the same credentials, identifiers and times every time
            smtp-inspector serve --list                                   # all of this page in short; serve strict --list: one profile
            ```

            This page is made from the tables in `src/SmtpInspector.Protocol/Practice`.

            ## Profiles


            """);
        foreach (var profile in PracticeProfiles.All)
        {
            Append(text, profile);
        }

        text.Append(CultureInfo.InvariantCulture,
            $"""
            ## Faults

            A fault is trouble on demand. `--fault NAME` or `--fault NAME=ARG`, repeated or with commas, strikes every conversation, and
            faults combine. A conversation can ask for most of them itself, where the server was started without: with
            `NAME@{PracticeFaults.Domain}` as the sender, a recipient or the user name, with `EHLO NAME.{PracticeFaults.Domain}` for what comes before those, and
            with `NAME+ARG@{PracticeFaults.Domain}` for an argument. STEP is one of {PracticeFault.Steps}; `message` is the reply after the dot.

            ### Of every profile


            """);
        Append(text, PracticeFaults.Common);
        foreach (var profile in PracticeProfiles.All.Where(profile => profile.Faults.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"### Of `{profile.Name}`\n\n");
            Append(text, profile.Faults);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    static void Append(StringBuilder text, PracticeProfile profile)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {profile.Name}\n\n{profile.Explanation}. It {profile.TakesInWords}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{profile.Teaches}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | |\n| --- | --- |\n| calls itself | `{profile.Host}` |\n");
        text.Append(CultureInfo.InvariantCulture, $"| offers | {Offers(profile)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| user name | {(profile.UserName is null ? "in the shape of an AWS access key" : $"`{profile.UserName}`")} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| limits | {profile.MessageLimit:N0} octets, {profile.RecipientsHeld} recipients, {profile.ErrorLimit} errors, {profile.Idle.TotalSeconds:0} s of silence |\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Where its replies come from: {profile.Source}\n\n");
    }

    static string Offers(PracticeProfile profile) => profile.Extensions.Count == 0
        ? "nothing"
        : string.Join(", ", profile.Extensions.Select(extension => extension.When switch
        {
            OfferedWhen.BeforeTls => $"`{extension.Line}` (before TLS)",
            OfferedWhen.InsideTls => $"`{extension.Line}` (inside TLS)",
            _ => $"`{extension.Line}`",
        }));

    static void Append(StringBuilder text, IReadOnlyList<PracticeFault> faults)
    {
        text.Append("| fault | what it does | what it teaches | see |\n| --- | --- | --- | --- |\n");
        foreach (var fault in faults)
        {
            // A bar would end the cell, in code too.
            var usage = fault.Usage.Replace("|", "\\|", StringComparison.Ordinal);
            var argument = fault.Argument.Brief.Length == 0 ? "" : $" ({fault.Argument.Brief})";
            text.Append(CultureInfo.InvariantCulture, $"| `{usage}` | {fault.Does}{argument} | {fault.Teaches} | {fault.Reference} |\n");
        }

        text.Append('\n');
    }
}
