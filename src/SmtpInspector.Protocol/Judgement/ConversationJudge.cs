using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Server;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

/// <summary>
/// Follows a conversation event by event: keeps its state, finds the credentials in each line, puts lines together
/// to replies, commands and content, and judges them. Bounded memory: nothing of the past is kept but the state.
/// </summary>
public sealed partial class ConversationJudge
{
    static readonly Finding[] NoFindings = [];

    readonly List<Entry> _entries = [];
    readonly List<Finding> _findings = [];
    readonly SecretFinder _secrets;
    readonly SideBuffer _client = new();
    readonly SideBuffer _server = new();
    TimeSpan? _lastLineAt;
    FailureKind? _failure;

    /// <summary>Starts at a state, mostly <see cref="SessionState.Start"/>.</summary>
    /// <param name="start">The state.</param>
    /// <param name="known">The credentials known from before; null where there are none.</param>
    public ConversationJudge(SessionState start, KnownSecrets? known = null)
        : this(start, new SecretFinder(known ?? new KnownSecrets()))
    {
    }

    ConversationJudge(SessionState start, SecretFinder secrets) => (State, _secrets) = (start, secrets);

    /// <summary>The state after the last event.</summary>
    public SessionState State { get; private set; }

    /// <summary>The credentials known so far; those the user gave by other ways are added to it beforehand.</summary>
    public KnownSecrets KnownSecrets => _secrets.Known;

    /// <summary>The credentials in the line of the last event, relative to its octets.</summary>
    public IReadOnlyList<SecretSpan> Secrets { get; private set; } = [];

    /// <summary>Takes the next event.</summary>
    /// <returns>The entries it completed, mostly none or one. The list is good until the next call.</returns>
    public IReadOnlyList<Entry> Apply(ConversationEvent happened)
    {
        _entries.Clear();
        Secrets = [];
        if (_held is not null && happened is not (ConversationEvent.Note or ConversationEvent.Steered))
        {
            ReleaseHeld(happened);
        }

        switch (happened)
        {
            case ConversationEvent.Line line:
                _lastWord = null;
                _failure = null;
                _lastLineAt = line.At;
                if (line.Wire.Direction == Direction.Server)
                {
                    ApplyServerLine(line);
                }
                else
                {
                    ApplyClientLine(line);
                }

                break;
            case ConversationEvent.Connecting connecting:
                State = State with { Port = connecting.Port };
                _entries.Add(new Entry.Connecting(connecting.At, connecting.Host, connecting.Port, NoFindings));
                break;
            case ConversationEvent.Connected connected:
                State = State.AfterConnected(connected.At, connected.Port);
                _entries.Add(new Entry.Connected(connected.At, connected.Address, connected.Port, NoFindings));
                break;
            case ConversationEvent.TlsStarted tls:
                FlushServer(tls.At);
                State = State.AfterHandshake(tls.At);
                _entries.Add(new Entry.Tls(tls.At, tls.Session, NoFindings));
                break;
            case ConversationEvent.Note note:
                InOrder(new Entry.Note(note.At, KnownSecrets.Hide(note.Text), NoFindings));
                break;
            case ConversationEvent.Failed failed:
                // What there was of a reply came before the failure that cut it.
                FlushServer(failed.At);
                _failure = failed.Kind;
                _entries.Add(new Entry.Failed(failed.At, failed.Kind, KnownSecrets.Hide(failed.Message), NoFindings));
                break;
            case ConversationEvent.Steered steered:
                InOrder(new Entry.Steered(steered.At, steered.Kind, steered.Duration, NoFindings));
                break;
            case ConversationEvent.Closed closed:
                ApplyClosed(closed);
                break;
        }

        return _entries;
    }

    /// <summary>
    /// Ends a conversation whose close was not recorded: what is unfinished becomes an entry of its own.
    /// </summary>
    /// <returns>The entries that were still open. The list is good until the next call.</returns>
    public IReadOnlyList<Entry> Finish()
    {
        _entries.Clear();
        if (_held is not null)
        {
            ReleaseHeld(null);
        }

        FlushServer(null);
        FlushClient(null);
        return _entries;
    }

    /// <summary>
    /// Whether a reply that nobody asked for waits for what comes next: directly before a close it means something else.
    /// </summary>
    public bool HoldsBack => _held is not null;

    /// <summary>Decides that the server has not closed behind such a reply.</summary>
    /// <returns>The entries that waited. The list is good until the next call.</returns>
    public IReadOnlyList<Entry> Settle()
    {
        _entries.Clear();
        Secrets = [];
        if (_held is not null)
        {
            ReleaseHeld(closes: false);
        }

        return _entries;
    }

    void InOrder(Entry entry) => (_held is null ? _entries : _behindHeld).Add(entry);

    void ApplyClosed(ConversationEvent.Closed closed)
    {
        var awaited = State.OutstandingCount;
        FlushServer(closed.At);
        var breaksOff = State.OutstandingCount < awaited;
        FlushClient(closed.At);
        if (_held is not null)
        {
            ReleaseHeld(closed);
        }

        ServerLints.CheckClose(State, closed, new Ending(_lastWord, closed.At - _lastLineAt, _failure, breaksOff), _findings);
        State = State.AfterClose();
        _entries.Add(new Entry.Closed(closed.At, closed.By, closed.Clean, TakeFindings()));
    }

    // The one way out for what is found: a message may quote what a peer sent, and every output prints it.
    Finding[] TakeFindings(IReadOnlyList<SecretLine>? about = null)
    {
        if (_findings.Count == 0)
        {
            return NoFindings;
        }

        Finding[] findings = [.. _findings];
        _findings.Clear();
        if (!KnownSecrets.IsEmpty || about is { Count: > 0 })
        {
            for (var i = 0; i < findings.Length; i++)
            {
                var message = KnownSecrets.Hide(findings[i].Message, about ?? []);
                if (message != findings[i].Message)
                {
                    findings[i] = findings[i] with { Message = message };
                }
            }
        }

        return findings;
    }
}
