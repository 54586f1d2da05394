using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Practice;

/// <summary>What <c>serve --list</c> prints: the profiles, and the faults and how to ask for them.</summary>
static class ServeListing
{
    public static string Text
    {
        get
        {
            var text = new StringBuilder("Profiles\n");
            foreach (var profile in PracticeProfiles.All)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {profile.Name,-22}{profile.Explanation}\n");
            }

            foreach (var profile in PracticeProfiles.All.Where(profile => profile.Faults.Count > 0))
            {
                Append(text, $"Faults of {profile.Name}", profile.Faults);
            }

            Append(text, "Faults of every profile", PracticeFaults.Common);
            return text.Append(CultureInfo.InvariantCulture, $"""

                Asking for a fault
                  NAME@{PracticeFaults.Domain} as the sender, a recipient or the user name strikes that conversation;
                  EHLO NAME.{PracticeFaults.Domain} does where it comes before those.
                  serve --fault NAME strikes every conversation.

                """).ToString();
        }
    }

    static void Append(StringBuilder text, string title, IReadOnlyList<PracticeFault> faults)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{title}\n");
        foreach (var fault in faults)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {fault.Usage,-22} {fault.Does}\n");
        }
    }
}
