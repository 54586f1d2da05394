using System.Buffers;
using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>
/// Turns what a terminal sends into events. It may be fed in pieces of any size; the events are the same. Nothing that is fed makes it
/// throw or grow without bound.
/// </summary>
/// <param name="sink">Called for each event, in order.</param>
public sealed partial class KeyDecoder(Action<TerminalEvent> sink)
{
    /// <summary>The longest paste that is kept, in bytes.</summary>
    public const int MaxPaste = 64 << 20;

    // Longer than any sequence that means something here.
    const int MaxSequence = 256;
    static ReadOnlySpan<byte> PasteEnd => "\e[201~"u8;

    readonly byte[] _sequence = new byte[MaxSequence];
    readonly ArrayBufferWriter<byte> _paste = new();
    int _length;
    State _state;
    // ESC ESC: Alt with what follows, if that is a sequence of its own.
    bool _doubled;
    byte _introducer;
    KeyModifiers _utf8Modifiers;
    int _pasteEndMatched;
    bool _pasteTruncated;

    enum State
    {
        Ground,
        Escape,
        Csi,
        LinuxFunctionKey,
        X10Mouse,
        Ss3,
        String,
        StringEscape,
        Utf8,
        Paste,
    }

    /// <summary>
    /// True while an ESC has come that may be the Esc key or the beginning of something longer. When
    /// nothing more comes for some 25 ms, call <see cref="Flush"/>.
    /// </summary>
    public bool NeedsFlush => _state is State.Escape or State.StringEscape or State.LinuxFunctionKey
        || (_length == 0 && _state is State.Csi or State.Ss3 or State.String);

    /// <summary>Takes what the terminal has sent.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            Step(value);
        }
    }

    /// <summary>Decides that an ESC was the Esc key, or Alt with what followed. Sequences that are further on still wait for their end.</summary>
    public void Flush()
    {
        if (!NeedsFlush)
        {
            return;
        }

        var state = _state;
        _state = State.Ground;
        switch (state)
        {
            case State.Escape:
                EmitDoubled();
                sink(new KeyEvent(Key.Escape));
                break;
            case State.StringEscape:
                EmitUnknown();
                sink(new KeyEvent(Key.Escape));
                break;
            case State.LinuxFunctionKey:
                EmitDoubled();
                sink(KeyEvent.Alt('['));
                sink(KeyEvent.Of('['));
                break;
            default:
                EmitDoubled();
                sink(KeyEvent.Alt((char)_introducer));
                break;
        }

        _length = 0;
    }

    void Step(byte value)
    {
        switch (_state)
        {
            case State.Ground:
                Ground(value, KeyModifiers.None);
                break;
            case State.Escape:
                AfterEscape(value);
                break;
            case State.Csi:
                InCsi(value);
                break;
            case State.LinuxFunctionKey:
                InLinuxFunctionKey(value);
                break;
            case State.X10Mouse:
                InX10Mouse(value);
                break;
            case State.Ss3:
                InSs3(value);
                break;
            case State.String:
                InString(value);
                break;
            case State.StringEscape:
                InStringEscape(value);
                break;
            case State.Utf8:
                InUtf8(value);
                break;
            case State.Paste:
                InPaste(value);
                break;
        }
    }

    void Ground(byte value, KeyModifiers modifiers)
    {
        if (value == 0x1B)
        {
            Begin(State.Escape, value);
            _doubled = false;
        }
        else if (value < 0x80)
        {
            _state = State.Ground;
            sink(LegacyKeys.Of(value, modifiers));
        }
        else
        {
            Begin(State.Utf8, value);
            _utf8Modifiers = modifiers;
            InUtf8(value);
        }
    }

    void AfterEscape(byte value)
    {
        switch (value)
        {
            case 0x1B when _doubled:
                sink(new KeyEvent(Key.Escape));
                break;
            case 0x1B:
                _doubled = true;
                break;
            case (byte)'[':
                Begin(State.Csi, value);
                break;
            case (byte)'O':
                Begin(State.Ss3, value);
                break;
            case (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_':
                Begin(State.String, value);
                break;
            default:
                EmitDoubled();
                Ground(value, KeyModifiers.Alt);
                break;
        }
    }

    void InUtf8(byte value)
    {
        Append(value);
        var status = Rune.DecodeFromUtf8(_sequence.AsSpan(0, _length), out var rune, out var consumed);
        if (status == OperationStatus.NeedMoreData)
        {
            return;
        }

        _state = State.Ground;
        if (status == OperationStatus.Done && !Rune.IsControl(rune))
        {
            sink(new KeyEvent(Key.Character, rune, _utf8Modifiers));
            return;
        }

        sink(new UnknownEvent(_sequence.AsSpan(0, consumed).ToArray()));
        // What was kept was good so far, so it is this byte, if anything, that does not belong to it.
        if (consumed < _length)
        {
            Step(value);
        }
    }

    void InPaste(byte value)
    {
        if (value == PasteEnd[_pasteEndMatched])
        {
            if (++_pasteEndMatched == PasteEnd.Length)
            {
                sink(new PasteEvent(_paste.WrittenSpan.ToArray(), _pasteTruncated));
                _paste.ResetWrittenCount();
                _state = State.Ground;
            }

            return;
        }

        // The end begins with ESC, which is nowhere else in it.
        AppendPaste(PasteEnd[.._pasteEndMatched]);
        _pasteEndMatched = value == 0x1B ? 1 : 0;
        if (_pasteEndMatched == 0)
        {
            AppendPaste([value]);
        }
    }

    void AppendPaste(ReadOnlySpan<byte> bytes)
    {
        if (_paste.WrittenCount + bytes.Length > MaxPaste)
        {
            _pasteTruncated = true;
            return;
        }

        _paste.Write(bytes);
    }

    void Begin(State state, byte introducer)
    {
        _state = state;
        _introducer = introducer;
        _length = 0;
    }

    void Append(byte value)
    {
        // Of a sequence too long to mean anything only the beginning is kept, to be told as unknown.
        if (_length < MaxSequence)
        {
            _sequence[_length++] = value;
        }
    }

    void EmitDoubled()
    {
        if (_doubled)
        {
            _doubled = false;
            sink(new KeyEvent(Key.Escape));
        }
    }

    void EmitUnknown(ReadOnlySpan<byte> ending = default)
    {
        ReadOnlySpan<byte> beginning = _doubled ? [0x1B, 0x1B, _introducer] : [0x1B, _introducer];
        sink(new UnknownEvent((byte[])[.. beginning, .. _sequence.AsSpan(0, _length), .. ending]));
    }
}
