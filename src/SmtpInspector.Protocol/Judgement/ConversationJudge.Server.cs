using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Server;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

public sealed partial class ConversationJudge
{
    readonly List<ReplyLine> _reply = [];
    readonly List<IReadOnlyList<SecretSpan>> _replySecrets = [];

    // A reply nobody asked for, that refuses: what it is depends on whether the server closes next.
    Entry.Reply? _held;

    // What came after it without deciding that: it must not overtake.
    readonly List<Entry> _behindHeld = [];

    // The same reply, once it is known that the server closed behind it.
    Reply? _lastWord;

    void ApplyServerLine(ConversationEvent.Line line)
    {
        var before = _server.Length;
        var wire = _server.Join(line.Wire);
        var secrets = _secrets.Find(State, Direction.Server, wire.Content.Span, wire.IsComplete);
        Secrets = Shift(secrets, before, line.Wire.Bytes.Length);
        if (wire.IsComplete)
        {
            TakeServerLine(line.At, wire, secrets);
        }
    }

    void TakeServerLine(TimeSpan? at, WireLine wire, IReadOnlyList<SecretSpan> secrets)
    {
        if (State.Phase == Phase.Handshake)
        {
            // RFC 3207 §4: nothing may come between the 220 and the handshake. It is shown, never believed, no reply.
            ServerLints.CheckInjection(wire, _findings);
            _entries.Add(new Entry.Injected(at, wire, secrets, TakeFindings()));
            return;
        }

        var line = ReplyLine.Parse(wire);
        _reply.Add(line);
        _replySecrets.Add(secrets);

        // A malformed first line is a reply by itself; within a reply it belongs to that reply.
        if (line.IsLast || (line.Code is null && _reply.Count == 1))
        {
            CompleteReply(at, wire.IsComplete);
        }
        else if (_reply.Count >= WireLimits.ReplyLines)
        {
            CompleteReply(at, isComplete: false);
        }
    }

    void CompleteReply(TimeSpan? at, bool isComplete)
    {
        var reply = new Reply([.. _reply], isComplete);
        IReadOnlyList<IReadOnlyList<SecretSpan>> secrets =
            _replySecrets.Exists(spans => spans.Count > 0) ? [.. _replySecrets] : [];
        _reply.Clear();
        _replySecrets.Clear();
        var before = State;
        var to = before.NextToAnswer;
        var shown = Redactor.Redact(reply, secrets);
        State = before.AfterReply(reply, shown);
        ServerLints.CheckReply(before, to, reply, _findings, State.Offers);
        var entry = new Entry.Reply(at, reply, to, ServerLints.IsListed(before, to, reply), secrets, before, TakeFindings(SecretLinesOf(reply, secrets)));
        if (ServerLints.MayBeLastWord(to, reply))
        {
            _held = entry;
            return;
        }

        _entries.Add(entry);
    }

    static List<SecretLine> SecretLinesOf(Reply reply, IReadOnlyList<IReadOnlyList<SecretSpan>> secrets)
    {
        if (secrets.Count == 0)
        {
            return [];
        }

        var lines = new List<SecretLine>();
        for (var i = 0; i < secrets.Count; i++)
        {
            if (secrets[i].Count > 0)
            {
                lines.Add(new SecretLine(reply.Lines[i].Wire.Content, secrets[i]));
            }
        }

        return lines;
    }

    // A record that stops right behind a refusal nobody asked for stops, as far as is known, because the server did.
    void ReleaseHeld(ConversationEvent? next) => ReleaseHeld(closes: next is null
        or ConversationEvent.Closed { By: Direction.Server }
        or ConversationEvent.Failed { Kind: FailureKind.Closed });

    void ReleaseHeld(bool closes)
    {
        var held = _held!;
        _held = null;
        _lastWord = closes ? held.Value : null;
        ServerLints.CheckLastWord(held.Before, held.Value, closes, _findings);
        _entries.Add(held with { Findings = [.. held.Findings, .. TakeFindings(SecretLinesOf(held.Value, held.Secrets))] });
        _entries.AddRange(_behindHeld);
        _behindHeld.Clear();
    }

    // The connection or the handshake ends a line and a reply that were not finished.
    void FlushServer(TimeSpan? at)
    {
        if (_server.Length > 0)
        {
            var wire = _server.Take(Direction.Server);
            TakeServerLine(at, wire, _secrets.Find(State, Direction.Server, wire.Content.Span, isComplete: true));
        }

        if (_reply.Count > 0)
        {
            CompleteReply(at, isComplete: false);
        }
    }

    // The credentials of a joined line, as far as they lie in its last piece.
    static IReadOnlyList<SecretSpan> Shift(IReadOnlyList<SecretSpan> secrets, int before, int length)
    {
        if (before == 0 || secrets.Count == 0)
        {
            return secrets;
        }

        var shifted = new List<SecretSpan>(secrets.Count);
        foreach (var secret in secrets)
        {
            var start = Math.Max(secret.Start - before, 0);
            var end = Math.Min(secret.End - before, length);
            if (end > start)
            {
                shifted.Add(new SecretSpan(start, end - start, secret.Name));
            }
        }

        return shifted;
    }
}
