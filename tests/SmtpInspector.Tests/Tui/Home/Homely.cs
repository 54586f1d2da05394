using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.Tui.Home;

namespace SmtpInspector.Tests.Tui.Home;

/// <summary>Home screens for tests.</summary>
static class Homely
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 17, 30, 0, TimeSpan.FromHours(1));

    /// <summary>Of someone who has spoken to servers before, and has a profile.</summary>
    public static HomeData Returning { get; } = new()
    {
        Read = Now,
        Profiles = new ProfileReader("/home/me/.config/smtp-inspector/config").Read("[work]\ntarget = mail.example.com:587\ntls = starttls\nuser = me\nauth = plain\n").Profiles,
        Recent =
        [
            new("mail.example.org:587", new Dictionary<string, string> { ["user"] = "me@example.org", ["auth"] = "auto" }, Now.AddHours(-2)),
            new("ses:eu-west-1", new Dictionary<string, string>(), Now.AddDays(-1)),
            new("old.example.net", new Dictionary<string, string> { ["timeout"] = "soon" }, Now.AddDays(-400)),
        ],
        Kept =
        [
            new("/state/1.smtp", "mail.example.org:587", "starttls", Now.AddHours(-2), KeptOutcome.Quit, new KeptSummary(KeptOutcome.Quit, 6, 0, 1, 0, 2, 1), 900),
            new("/state/2.smtp", "practice", "implicit", Now.AddDays(-1), KeptOutcome.CutOff, new KeptSummary(null, 1, 1, 0, 1, 0, 0), 300),
        ],
    };

    public static ScreenHarness New(int columns = 80, int rows = 24) => ScreenHarness.On(new HomePage { Data = new HomeData { Read = Now } }, columns, rows);

    public static ScreenHarness Back(int columns = 80, int rows = 24) => ScreenHarness.On(new HomePage { Data = Returning }, columns, rows);
}
