namespace SmtpInspector.Terminal.Input;

/// <summary>Mouse reports of xterm: in numbers (mode 1006), or in three bytes from terminals that know nothing newer.</summary>
static class MouseDecoder
{
    const int ShiftBit = 4;
    const int AltBit = 8;
    const int CtrlBit = 16;
    const int MotionBit = 32;
    const int WheelBit = 64;
    const int MoreButtonsBit = 128;

    public static MouseEvent? Sgr(CsiParameters parameters, byte final) => final is (byte)'M' or (byte)'m'
        ? Decode(parameters.Number(0, 0), parameters.Number(1, 0), parameters.Number(2, 0), released: final == 'm') : null;

    /// <summary>Three bytes, each 32 more than its number; a release does not tell of which button.</summary>
    public static MouseEvent? X10(ReadOnlySpan<byte> bytes)
    {
        var code = bytes[0] - 32;
        return code < 0 ? null : Decode(code, bytes[1] - 32, bytes[2] - 32, released: (code & (3 | MotionBit | WheelBit)) == 3);
    }

    static MouseEvent? Decode(int code, int column, int row, bool released)
    {
        if (column < 1 || row < 1 || code >= MoreButtonsBit)
        {
            return null;
        }

        var modifiers = ((code & ShiftBit) != 0 ? KeyModifiers.Shift : 0)
            | ((code & AltBit) != 0 ? KeyModifiers.Alt : 0)
            | ((code & CtrlBit) != 0 ? KeyModifiers.Ctrl : 0);
        if ((code & WheelBit) != 0)
        {
            return new MouseEvent(MouseAction.WheelUp + (code & 3), MouseButton.None, column - 1, row - 1, modifiers);
        }

        var button = (code & 3) switch
        {
            0 => MouseButton.Left,
            1 => MouseButton.Middle,
            2 => MouseButton.Right,
            _ => MouseButton.None,
        };
        var action = released ? MouseAction.Release
            : (code & MotionBit) == 0 ? MouseAction.Press
            : button == MouseButton.None ? MouseAction.Move : MouseAction.Drag;
        return new MouseEvent(action, button, column - 1, row - 1, modifiers);
    }
}
