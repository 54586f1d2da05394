using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Practice;

/// <summary>A server to practise on keeps to the RFCs itself: what is wrong is the learner's, or a fault that was asked for.</summary>
public class ProfileConductTests
{
    public static TheoryData<string> Names => [.. PracticeProfiles.All.Select(profile => profile.Name)];

    /// <summary>Lines that go through every step, rightly and wrongly; {mail} is the account's address, or a verified one.</summary>
    static readonly string[] Conversation =
    [
        "NOOP", "EHLO client.example.com", "HELO client.example.com", "VRFY someone", "HELP", "FROB", "EHLO client.example.com",
        "AUTH LOGIN", "*", "AUTH FROBNICATE", "AUTH {mechanism}", "MAIL FROM:<{mail}>", "MAIL FROM:<{mail}>", "RCPT TO:<nobody@{domain}>", "RCPT TO:<{to}>",
        "DATA", "Date: Sun, 22 Nov 2026 09:41:07 +0000", "From: {mail}", "Message-ID: <1@client.example.com>", "", "Hello.", ".", "RSET", "DATA", "QUIT",
    ];

    [Theory, MemberData(nameof(Names))]
    public void A_profile_says_nothing_that_the_judge_calls_an_error_of_the_server(string name)
    {
        using var dialogue = PracticeDialogue.With(name, []);
        var mail = name == "ses" ? "test@ses-example.com" : dialogue.Session.Credentials.UserName;
        foreach (var line in Conversation)
        {
            dialogue.Send(line
                .Replace("{mechanism}", name == "exchange" ? "XOAUTH2 {b64:auth=Bearer {password}\u0001}" : "PLAIN {plain}", StringComparison.Ordinal)
                .Replace("{domain}", mail.Split('@')[1], StringComparison.Ordinal)
                .Replace("{mail}", mail, StringComparison.Ordinal)
                .Replace("{to}", mail, StringComparison.Ordinal));
        }

        Assert.True(dialogue.IsClosed);
        Assert.Single(dialogue.Accepted);
        var judge = new ConversationJudge(SessionState.Start(tls: true));
        var entries = dialogue.Events.SelectMany(judge.Apply).ToList();

        // A server of 1982 knows no EHLO: that is what it is there to show.
        Assert.DoesNotContain(
            entries.Where(entry => entry is not (Entry.Command or Entry.Data)).SelectMany(entry => entry.Findings),
            finding => finding.Severity != Severity.Info && !(name == "legacy" && finding.Rule == "required-command-refused"));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_profile_lists_enhanced_codes_in_its_replies_just_where_it_offers_them(string name)
    {
        var profile = PracticeProfiles.Find(name)!;
        Assert.Equal(name is not ("ses" or "legacy"), profile.HasEnhancedCodes);
    }

    [Fact]
    public void A_profile_is_found_by_its_own_name()
    {
        Assert.Equal(PracticeProfiles.Names, PracticeProfiles.All.Select(profile => profile.Name));
        Assert.All(PracticeProfiles.All, profile => Assert.Same(profile, PracticeProfiles.Find(profile.Name.ToUpperInvariant())));
        Assert.Null(PracticeProfiles.Find("sendmail"));
    }

    [Fact]
    public void The_page_about_the_practice_server_is_made_from_the_tables()
    {
        var file = Path.Combine(Repository.Folder, "docs", "practice.md");
        if (Environment.GetEnvironmentVariable("ACCEPT_PRACTICE") == "1")
        {
            File.WriteAllText(file, PracticeDocument.Render());
        }

        Assert.True(
            File.ReadAllText(file) == PracticeDocument.Render(),
            "docs/practice.md differs from the tables. Run this test once with ACCEPT_PRACTICE=1, and look at what changed.");
    }
}
