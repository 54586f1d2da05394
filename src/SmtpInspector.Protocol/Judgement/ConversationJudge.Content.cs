using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Lints.Content;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

public sealed partial class ConversationJudge
{
    // More lines with a credential in one message than any honest one has.
    const int MostSecretLines = 64;

    readonly List<SecretLine> _secretLines = [];
    ContentLinter? _linter;
    long _contentBytes;
    long _contentLines;
    long _stuffedDots;
    bool _contentStarted;
    bool _contentLineIsOpen;
    bool _lastLineEndedRight = true;

    // What this judge goes on with began before it: another one judges it.
    bool _isContentJudgedElsewhere;

    void TakeContentLine(TimeSpan? at, WireLine wire)
    {
        // RFC 5321 §4.1.1.4: the end is CRLF "." CRLF; the first CRLF may be that of the DATA line itself.
        if (_lastLineEndedRight && wire.Bytes.Span.SequenceEqual(".\r\n"u8))
        {
            CompleteContent(at, isChunk: false, isComplete: true);
            State = State.AfterEndOfData(at);
            return;
        }

        _lastLineEndedRight = wire.Ending == LineEnding.CrLf;
        AddContent(wire.Bytes.Span);
    }

    void KeepSecretLine(ReadOnlyMemory<byte> content, IReadOnlyList<SecretSpan> secrets)
    {
        if (secrets.Count > 0 && _secretLines.Count < MostSecretLines)
        {
            _secretLines.Add(new SecretLine(content, [.. secrets]));
        }
    }

    // RFC 3030 §2: exactly as many octets as announced, whatever they are; a command may stand right behind them.
    void ApplyChunk(ConversationEvent.Line line)
    {
        var bytes = line.Wire.Bytes;
        var taken = (int)Math.Min(bytes.Length, State.ChunkRemaining);
        var chunk = bytes[..taken];
        var inChunk = Secrets = line.LeftOut.Count > 0
            ? LeftOut.Spans(LeftOut.Within(line.LeftOut, 0, taken), 0)
            : _secrets.Find(State, Direction.Client, line.Wire.Content.Span[..Math.Min(taken, line.Wire.Content.Length)], isComplete: false);
        KeepSecretLine(chunk, inChunk);
        AddContent(chunk.Span);
        State = State.AfterChunkOctets(taken);
        if (State.Content == ContentMode.None)
        {
            CompleteContent(line.At, isChunk: true, isComplete: true);
        }

        if (taken < bytes.Length)
        {
            ApplyClientLine(line with { Wire = line.Wire with { Offset = line.Wire.Offset + taken, Bytes = bytes[taken..] }, LeftOut = LeftOut.Within(line.LeftOut, taken, bytes.Length) });
            var behind = Secrets;
            var all = new List<SecretSpan>(inChunk);
            foreach (var secret in behind)
            {
                all.Add(secret with { Start = secret.Start + taken });
            }

            Secrets = all;
        }
    }

    void AddContent(ReadOnlySpan<byte> bytes)
    {
        _contentStarted = true;
        _contentBytes += bytes.Length;
        _contentLines += _contentLineIsOpen ? 0 : 1;
        _contentLineIsOpen = bytes is not [.., (byte)'\n'];
        _stuffedDots += bytes is [(byte)'.', ..] ? 1 : 0;
        if (!_isContentJudgedElsewhere)
        {
            _linter ??= new ContentLinter(dotStuffed: State.Content == ContentMode.Data);
            _linter.Feed(bytes);
        }
    }

    void CompleteContent(TimeSpan? at, bool isChunk, bool isComplete)
    {
        // A message in chunks is judged once, with its last one; half a message only for what it has.
        var isWhole = isComplete && (!isChunk || State.LastSent is { IsLastChunk: true });
        if (isWhole)
        {
            if (!_isContentJudgedElsewhere)
            {
                _linter ??= new ContentLinter(dotStuffed: !isChunk);
                _linter.Finish(ContentContexts.Of(State, isChunk), _findings);
            }

            if (!isChunk)
            {
                DeclaredSize.CheckContent(State, _contentBytes - _stuffedDots, _findings);
            }
        }

        _entries.Add(new Entry.Data(at, _contentBytes, _contentLines, isChunk, isComplete, TakeFindings(_secretLines)));
        if (isWhole)
        {
            ForgetContent();
        }

        _contentBytes = 0;
        _contentLines = 0;
        _stuffedDots = 0;
        _contentStarted = false;
        _contentLineIsOpen = false;
        _lastLineEndedRight = true;
    }

    void ForgetContent()
    {
        _linter = null;
        _secretLines.Clear();
        _isContentJudgedElsewhere = false;
    }

    void FlushContent(TimeSpan? at)
    {
        if (_contentStarted)
        {
            CompleteContent(at, State.Content == ContentMode.Chunk, isComplete: false);
        }
    }
}
