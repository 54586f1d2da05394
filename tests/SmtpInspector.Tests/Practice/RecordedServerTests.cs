using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Practice;

/// <summary>What a real server was recorded to answer, the profile that plays it answers: code, enhanced code and words.</summary>
public partial class RecordedServerTests
{
    /// <summary>A transcript, the profile, its faults, and the password given.</summary>
    public static TheoryData<string, string, string, string> Recordings => new()
    {
        { "postfix-auth-order", "postfix", "", "right" },
        { "postfix-auth-refused", "postfix", "", "wrong" },
        { "postfix-chunking", "postfix", "", "right" },
        { "postfix-enquiries", "postfix", "", "right" },
        { "postfix-helo", "postfix", "", "right" },
        { "postfix-implicit-auth", "postfix", "", "right" },
        { "postfix-parameters", "postfix", "", "right" },
        { "postfix-pipelining", "postfix", "", "right" },
        { "postfix-smtputf8", "postfix", "", "right" },
        { "postfix-starttls-auth", "postfix", "", "right" },
        { "postfix-wrong-commands", "postfix", "", "right" },
        { "gmail-starttls", "gmail", "", "right" },
        { "gmail-530-starttls-first", "gmail", "", "right" },
        { "gmail-534-app-password", "gmail", "app-password", "right" },
        { "gmail-xoauth2", "gmail", "", "right" },
        { "gmail-xoauth2-refused", "gmail", "", "wrong" },
        { "ses-session", "ses", "", "right" },
        { "ses-starttls", "ses", "", "right" },
        { "ses-530-authentication-required", "ses", "", "right" },
        { "ses-530-starttls-first", "ses", "", "right" },
        { "ses-535-credentials-invalid", "ses", "", "wrong" },
        { "ses-535-not-subscribed", "ses", "not-subscribed", "right" },
        { "ses-454-daily-quota", "ses", "daily-quota", "right" },
        { "ses-454-sending-rate", "ses", "sending-rate", "right" },
        { "ses-454-authentication", "ses", "auth-failure", "right" },
    };

    [Theory, MemberData(nameof(Recordings))]
    public void A_profile_answers_as_the_server_was_recorded(string transcript, string profile, string fault, string password)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder, "transcripts", transcript + ".smtp"));
        Assert.True(PracticeSetup.TryParse(profile, fault.Length == 0 ? [] : [fault], out var setup, out var error), error);
        var settings = setup.ToSettings(1) with { Verified = new VerifiedIdentities(["loop.test", "ses-example.com"]) };
        using var session = new PracticeSession(settings, new PracticeMemory(1 << 20), new PracticeRandom(1), Implicit().IsMatch(text));
        var said = new StringBuilder();
        var expected = new StringBuilder();
        Take(session, session.Open(), said);
        foreach (Match line in Lines().Matches(text))
        {
            var words = line.Groups["text"].Value;
            if (line.Groups["side"].Value == "S")
            {
                expected.Append(words).Append("\r\n");
            }
            else
            {
                Take(session, session.Receive(Encoding.UTF8.GetBytes(Filled(words, session, password) + "\r\n")), said);
            }
        }

        Assert.Equal(Comparable(expected.ToString()), Comparable(said.ToString()));
    }

    static void Take(PracticeSession session, IReadOnlyList<PracticeAction> actions, StringBuilder said)
    {
        foreach (var action in actions)
        {
            if (action is PracticeAction.Send send)
            {
                said.Append(send.Octets);
            }
            else if (action is PracticeAction.StartTls)
            {
                session.TlsStarted();
            }
        }
    }

    static string Filled(string line, PracticeSession session, string which)
    {
        var user = session.Credentials.UserName;
        var password = which == "right" ? session.Credentials.Password : "wrong";
        return Secret().Replace(line, match => Convert.ToBase64String(Encoding.ASCII.GetBytes(match.Groups[1].Value switch
        {
            "plain" => $"\0{user}\0{password}",
            "login-user" => user,
            "login-password" => password,
            "xoauth2" => $"user={user}\u0001auth=Bearer {password}\u0001\u0001",
            var other => throw new FormatException(other),
        })));
    }

    /// <summary>Without what differs between any two servers: names, identifiers, and which mechanisms this one was set up with.</summary>
    static string[] Comparable(string replies) =>
    [
        .. from line in replies.Split("\r\n")
           where !Mechanisms().IsMatch(line)
           select Identifiers().Replace(line[..Math.Min(3, line.Length)] + (line.Length > 3 ? " " + line[4..] : ""), "*"),
    ];

    [GeneratedRegex(@"^(?<side>[CS]): ?(\[[0-9.]+\] ?)?(?<text>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex("^tls: implicit", RegexOptions.Multiline)]
    private static partial Regex Implicit();

    [GeneratedRegex(@"\{secret:([a-z0-9-]+)\}")]
    private static partial Regex Secret();

    [GeneratedRegex("^250.AUTH ")]
    private static partial Regex Mechanisms();

    [GeneratedRegex(@"(?<=Recipient address rejected: ).*|mx\.(loop\.test|example\.org)|(?<=queued as )\w+|[0-9a-f]{13}-[0-9a-f]{6}(?= - gsmtp)|\b[0-9]{10}\b|\[(203\.0\.113\.5|127\.0\.0\.1)\]|SimpleEmailService.*|0000[0-9a-f-]{30,}")]
    private static partial Regex Identifiers();
}
