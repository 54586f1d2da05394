using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>
/// The lines of a person at a terminal, remembered so that they can be said again on another connection. A credential
/// is not remembered but asked for again, and the end of a message is never repeated without asking.
/// </summary>
sealed class RepeatingInput(LineTerminal terminal) : ILineInput
{
    readonly List<Said> _said = [];
    Talk? _talk;
    int _next;
    Task<ReadOnlyMemory<byte>?>? _awaited;

    /// <summary>A line that was sent; null where it was a credential.</summary>
    readonly record struct Said(ReadOnlyMemory<byte>? Line, bool EndsMessage);

    /// <summary>Whether anything was sent.</summary>
    public bool HasLines => _said.Count > 0;

    /// <summary>Whether the person has ended the input.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The conversation the lines go to.</summary>
    public void Follow(Talk talk) => _talk = talk;

    /// <summary>Begins again with the first line.</summary>
    public void Rewind() => _next = 0;

    /// <inheritdoc/>
    public int Ahead => _next < _said.Count ? int.MaxValue : terminal.Ahead;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_next < _said.Count)
        {
            var said = _said[_next];
            if (said.EndsMessage && !await terminal.AskAsync("Send the end of the message again? The server may already have accepted it."))
            {
                _said.RemoveRange(_next, _said.Count - _next);
            }
            else if (said.Line is { } again)
            {
                _next++;
                return again;
            }
            else
            {
                terminal.Print([new("* The credential was not kept: type it once more.", LineColours.Event)]);
                _said.RemoveAt(_next);
                return await FromTerminalAsync(insertAt: _next, cancellationToken);
            }
        }

        return await FromTerminalAsync(_said.Count, cancellationToken);
    }

    /// <inheritdoc/>
    public bool TryTake(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_next < _said.Count || !terminal.TryTake(fits, out line))
        {
            return false;
        }

        Remember(line, _said.Count);
        return true;
    }

    async ValueTask<ReadOnlyMemory<byte>?> FromTerminalAsync(int insertAt, CancellationToken cancellationToken)
    {
        // A conversation that was lost leaves its wait for a line behind: the next one takes it over, and no line is lost.
        var conversation = _talk;
        _awaited ??= terminal.NextAsync(cancellationToken).AsTask();
        var line = await _awaited;
        if (conversation != _talk)
        {
            return null;
        }

        _awaited = null;
        if (line is { } typed)
        {
            Remember(typed, insertAt);
        }
        else
        {
            HasEnded = true;
        }

        return line;
    }

    void Remember(ReadOnlyMemory<byte> line, int at)
    {
        var state = _talk!.State;
        var isCredential = state.AwaitsAuthAnswer
            || state.BrokenAuth is not null
            || (state.Content == ContentMode.None && Verbs.Of(line.Span) is Verb.Auth or Verb.Unknown);
        _said.Insert(Math.Min(at, _said.Count), new Said(isCredential ? null : line, state.Content == ContentMode.Data && line.Span is [(byte)'.']));
        _next = at + 1;
    }
}
