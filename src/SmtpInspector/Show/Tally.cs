using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;

namespace SmtpInspector.Show;

/// <summary>Counts what a conversation holds, for the summary at its end.</summary>
sealed class Tally : IConversationObserver
{
    readonly int[] _classes = new int[Enum.GetValues<ReplyClass>().Length];
    readonly int[] _severities = new int[Enum.GetValues<Severity>().Length];
    int _commands;
    int _replies;
    int _messages;
    int _accepted;
    long _octets;
    string? _tls;
    TimeSpan? _first;
    TimeSpan? _last;

    /// <summary>Whether a finding of severity error was made.</summary>
    public bool HasErrors => _severities[(int)Severity.Error] > 0;

    public void Take(in Observed observed)
    {
        foreach (var entry in observed.Entries)
        {
            Count(entry);
        }
    }

    /// <summary>Counts one entry.</summary>
    public void Count(Entry entry)
    {
        _first ??= entry.At;
        _last = entry.At ?? _last;
        foreach (var finding in entry.Findings)
        {
            _severities[(int)finding.Severity]++;
        }

        switch (entry)
        {
            case Entry.Command:
                _commands++;
                break;
            case Entry.Reply reply:
                _replies++;
                _classes[(int)reply.Value.Class]++;
                _accepted += reply is { To: { Verb: Verb.EndOfData } or { Verb: Verb.Bdat, IsLastChunk: true }, Value.Class: ReplyClass.Success } ? 1 : 0;
                break;
            case Entry.Data data:
                _messages += data.IsComplete && !data.IsChunk ? 1 : 0;
                _octets += data.Bytes;
                break;
            case Entry.Tls tls:
                _tls = tls.Session.Protocol + (tls.Session.Verified == false ? ", certificate not verified" : "");
                break;
            default:
                break;
        }
    }

    /// <summary>The summary, a sentence a line.</summary>
    public IEnumerable<string> Lines()
    {
        var replies = new StringBuilder();
        foreach (var (replyClass, name) in new[]
        {
            (ReplyClass.Success, "success"), (ReplyClass.Intermediate, "intermediate"), (ReplyClass.Transient, "transient failure"),
            (ReplyClass.Permanent, "permanent failure"), (ReplyClass.Invalid, "invalid"),
        })
        {
            if (_classes[(int)replyClass] is > 0 and var count)
            {
                replies.Append(replies.Length == 0 ? "" : ", ").Append(FormattableString.Invariant($"{count} {name}"));
            }
        }

        yield return FormattableString.Invariant($"{Number(_commands, "command", "commands")}, {Number(_replies, "reply", "replies")}{(replies.Length > 0 ? $" ({replies})" : "")}{Duration()}");
        yield return _tls is null ? "no TLS handshake recorded" : $"TLS: {_tls}";
        if (_octets > 0)
        {
            yield return FormattableString.Invariant($"message content: {_octets} octets; {(_accepted > 0 ? Number(_accepted, "message", "messages") + " accepted" : "nothing accepted")}");
        }

        yield return _severities.Sum() == 0
            ? "the judge found nothing to say"
            : $"the judge found {Number(_severities[(int)Severity.Error], "error", "errors")}, {Number(_severities[(int)Severity.Warning], "warning", "warnings")}, {Number(_severities[(int)Severity.Info], "remark", "remarks")}";
    }

    string Duration() => _first is { } first && _last is { } last && last > first
        ? FormattableString.Invariant($" in {(last - first).TotalSeconds:0.000} s")
        : "";

    static string Number(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
