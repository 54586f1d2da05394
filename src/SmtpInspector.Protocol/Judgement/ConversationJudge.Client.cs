using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

public sealed partial class ConversationJudge
{
    // A transcript left a credential out of the line that is being put together.
    bool _leftOut;

    void ApplyClientLine(ConversationEvent.Line line)
    {
        if (State.Content == ContentMode.Chunk)
        {
            ApplyChunk(line);
            return;
        }

        var before = _client.Length;
        var wire = _client.Join(line.Wire);
        if (State.Content == ContentMode.Data)
        {
            // Content may quote a credential; it is not one of the exchange, but a known one is masked here too.
            var quoted = _secrets.Find(State, Direction.Client, wire.Content.Span, wire.IsComplete);
            Secrets = Shift(quoted, before, line.Wire.Bytes.Length);
            if (wire.IsComplete)
            {
                KeepSecretLine(wire.Content, quoted);
                TakeContentLine(line.At, wire);
            }

            return;
        }

        var secrets = line.LeftOut.Count > 0
            ? LeftOut.Spans(line.LeftOut, before)
            : _secrets.Find(State, Direction.Client, wire.Content.Span, wire.IsComplete);
        Secrets = Shift(secrets, before, line.Wire.Bytes.Length);
        _leftOut |= line.LeftOut.Count > 0;
        if (wire.IsComplete)
        {
            TakeCommand(line.At, wire, line.Own, secrets);
        }
    }

    void TakeCommand(TimeSpan? at, WireLine wire, bool own, IReadOnlyList<SecretSpan> secrets)
    {
        var before = State;
        var leftOut = _leftOut;
        var shown = Redactor.Redact(wire.Content, secrets);
        IReadOnlyList<SecretLine> about = secrets.Count == 0 ? [] : [new(wire.Content, secrets)];
        _leftOut = false;
        if (before.AwaitsAuthAnswer)
        {
            State = before.AfterAuthAnswer(wire.Content, at);
            ClientLints.CheckAuthAnswer(before, wire, _findings, leftOut);
            _entries.Add(new Entry.Command(at, wire, Verb.Auth, IsAuthAnswer: true, own, secrets, before, TakeFindings(about)));
            return;
        }

        var command = CommandParser.Parse(wire.Content, _findings);
        var verb = command.Verb;
        if (verb is Verb.Mail or Verb.Rset)
        {
            // Chunks that were never completed are no part of the next message.
            ForgetContent();
        }

        State = before.AfterCommand(verb, wire.Content, at, shown, wire.Ending == LineEnding.CrLf);
        ClientLints.Check(before, command, wire, _findings, leftOut);
        _entries.Add(new Entry.Command(at, wire, verb, IsAuthAnswer: false, own, secrets, before, TakeFindings(about)));
    }

    void FlushClient(TimeSpan? at)
    {
        if (_client.Length > 0)
        {
            var wire = _client.Take(Direction.Client);
            if (State.Content == ContentMode.Data)
            {
                TakeContentLine(at, wire);
            }
            else
            {
                TakeCommand(at, wire, own: false, _secrets.Find(State, Direction.Client, wire.Content.Span, isComplete: true));
            }
        }

        FlushContent(at);
    }
}
