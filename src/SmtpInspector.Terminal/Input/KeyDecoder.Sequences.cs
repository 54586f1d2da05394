namespace SmtpInspector.Terminal.Input;

/// <remarks>Here: what follows an introducer, ESC [ (CSI), ESC O (SS3), and ESC ] and its like, which open a string.</remarks>
public sealed partial class KeyDecoder
{
    void InCsi(byte value)
    {
        switch (value)
        {
            case >= 0x20 and <= 0x3F:
                Append(value);
                break;
            // The Linux console sends ESC [ [ A for F1.
            case (byte)'[' when _length == 0:
                _state = State.LinuxFunctionKey;
                break;
            case (byte)'M' when _length == 0:
                _state = State.X10Mouse;
                break;
            case >= 0x40 and <= 0x7E:
                FinishCsi(value);
                break;
            default:
                BreakOff(value);
                break;
        }
    }

    void FinishCsi(byte final)
    {
        _state = State.Ground;
        if (final == '~' && _sequence.AsSpan(0, _length).SequenceEqual("200"u8))
        {
            _state = State.Paste;
            _pasteEndMatched = 0;
            _pasteTruncated = false;
        }
        else if (_length < MaxSequence && CsiDecoder.Decode(_sequence.AsSpan(0, _length), final, Extra) is { } known)
        {
            sink(known);
        }
        else
        {
            EmitUnknown([final]);
        }
    }

    void InLinuxFunctionKey(byte value)
    {
        if (value is >= (byte)'A' and <= (byte)'E')
        {
            _state = State.Ground;
            sink(new KeyEvent(Key.F1 + (value - 'A'), Extra));
        }
        else
        {
            Append((byte)'[');
            BreakOff(value);
        }
    }

    void InX10Mouse(byte value)
    {
        Append(value);
        if (_length == 3)
        {
            _state = State.Ground;
            if (MouseDecoder.X10(_sequence.AsSpan(0, 3)) is { } mouse)
            {
                sink(mouse);
            }
            else
            {
                EmitUnknown();
            }
        }
    }

    void InSs3(byte value)
    {
        switch (value)
        {
            case >= (byte)'0' and <= (byte)';':
                Append(value);
                break;
            case >= 0x40 and <= 0x7E:
                _state = State.Ground;
                FinishSs3(value);
                break;
            default:
                BreakOff(value);
                break;
        }
    }

    void FinishSs3(byte final)
    {
        // Old terminals put the modifier here too, as in ESC O 5 P; rxvt says Ctrl by a small letter; M is the Enter of the number pad.
        var modifiers = Extra | (KeyModifiers)((Math.Max(1, new CsiParameters(_sequence.AsSpan(0, _length)).Number(0, 1)) - 1) & 15);
        if (CsiDecoder.Letter(final) is { } key)
        {
            sink(new KeyEvent(key, modifiers));
        }
        else if (final is >= (byte)'a' and <= (byte)'d')
        {
            sink(new KeyEvent(CsiDecoder.Letter((byte)(final - 0x20))!.Value, modifiers | KeyModifiers.Ctrl));
        }
        else if (final == 'M')
        {
            sink(new KeyEvent(Key.Enter, modifiers));
        }
        else
        {
            EmitUnknown([final]);
        }
    }

    void InString(byte value)
    {
        switch (value)
        {
            case 0x07:
                FinishString();
                break;
            case 0x1B:
                _state = State.StringEscape;
                break;
            // No answer holds control characters; a key, such as Enter, is the way out of a string that was never meant as one.
            case < 0x20:
                BreakOff(value);
                break;
            default:
                Append(value);
                break;
        }
    }

    void InStringEscape(byte value)
    {
        if (value == '\\')
        {
            FinishString();
            return;
        }

        EmitUnknown();
        _doubled = false;
        _state = State.Escape;
        AfterEscape(value);
    }

    void FinishString()
    {
        _state = State.Ground;
        if (_introducer == ']' && _length < MaxSequence && ColorReplyDecoder.Decode(_sequence.AsSpan(0, _length)) is { } reply)
        {
            sink(reply);
        }
        else
        {
            EmitUnknown();
        }
    }

    KeyModifiers Extra => _doubled ? KeyModifiers.Alt : KeyModifiers.None;

    /// <summary>A byte that cannot stand in a sequence ends it unfinished, and is looked at by itself.</summary>
    void BreakOff(byte value)
    {
        EmitUnknown();
        _state = State.Ground;
        Step(value);
    }
}
