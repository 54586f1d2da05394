using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>
/// Replies that answer nothing. RFC 5321 §4.2: every command MUST generate exactly one reply. A refusal nobody asked
/// for may be the server's last word before it closes, and that is only known once the next event is.
/// </summary>
static class UnsolicitedRules
{
    /// <summary>Whether the verdict on a reply must wait for what comes next.</summary>
    public static bool MayBeLastWord(Pending? to, Reply reply) =>
        to is null && reply.Class is ReplyClass.Transient or ReplyClass.Permanent && reply.Code is not (421 or 521);

    /// <summary>The verdict on a reply whose next event does not matter.</summary>
    public static void Check(SessionState before, Reply reply, ICollection<Finding> findings)
    {
        // RFC 5321 §3.8: 421 may come at any time; RFC 7504 §3: so may 521, in its place. An excerpt may begin
        // with the reply to what it leaves out.
        if (reply.Code is 421 or 521 || before.IsBeginningCut)
        {
            return;
        }

        Unsolicited(reply, findings);
    }

    /// <summary>The verdict on a refusal nobody asked for, now that it is known whether the server closed.</summary>
    public static void LastWord(SessionState before, Reply reply, bool serverClosed, ICollection<Finding> findings)
    {
        if (serverClosed)
        {
            findings.Add(Finding.Of(
                FindingId.ClosedWithReply,
                string.Create(CultureInfo.InvariantCulture, $"The server closes the connection, and says why with {reply.Code}. The code made for that is 421."),
                ReplyText.CodeOf(reply)));
        }
        else if (!before.IsBeginningCut)
        {
            Unsolicited(reply, findings);
        }
    }

    /// <summary>Whether a last word says that the client was silent for too long.</summary>
    public static bool SaysIdle(Reply reply)
    {
        // X.4.2 is "bad connection": the code that servers give for a time-out (RFC 3463 §3.5).
        if (reply.Enhanced is { Subject: 4, Detail: 2 })
        {
            return true;
        }

        // Text decides nothing in SMTP; here it only chooses between two remarks.
        foreach (var line in reply.Lines)
        {
            if (line.Text.Contains("timeout", StringComparison.OrdinalIgnoreCase)
                || line.Text.Contains("timed out", StringComparison.OrdinalIgnoreCase)
                || line.Text.Contains("idle", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    static void Unsolicited(Reply reply, ICollection<Finding> findings) =>
        findings.Add(Finding.Of(
            FindingId.ReplyUnsolicited,
            "No command was waiting for this reply. Each command gets one reply and no more: from here on replies and commands may be mistaken for each other.",
            new Columns(0, 0, Math.Min(3, reply.Lines[0].Wire.Content.Length))));
}
