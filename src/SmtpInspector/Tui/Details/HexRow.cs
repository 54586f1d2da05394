using System.Globalization;
using System.Text;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>Draws one row of octets: offset, hexadecimal, text. Every octet takes as many cells as every other.</summary>
sealed class HexRow
{
    /// <summary>What stands in ASCII for a bare CR or LF: one cell, drawn reversed, where ^J would take two.</summary>
    public const string AsciiBare = "!";

    /// <summary>What stands in ASCII for any other control character.</summary>
    public const string AsciiControl = "^";

    const string Digits = "0123456789abcdef";

    readonly Look _look;
    readonly Theme _theme;
    readonly List<StyledRun> _runs = [];
    readonly StringBuilder _pending = new();
    Style _style;

    HexRow(Look look)
    {
        _look = look;
        _theme = look.Theme;
    }

    /// <summary>The row.</summary>
    /// <param name="look">How it is drawn.</param>
    /// <param name="layout">Which columns there are.</param>
    /// <param name="offset">The offset of its first octet.</param>
    /// <param name="isFirst">Whether a line begins with it.</param>
    /// <param name="octets">The octets of the line.</param>
    /// <param name="kinds">What they are.</param>
    /// <param name="marks">The style of each octet that a finding is about; null for none.</param>
    /// <param name="start">The first of them in this row.</param>
    public static StyledLine Draw(
        Look look, HexLayout layout, long offset, bool isFirst, ReadOnlySpan<byte> octets, OctetKinds kinds, Func<int, Style?> marks, int start)
    {
        var row = new HexRow(look);
        var end = Math.Min(start + layout.PerRow, octets.Length);
        row.Add(offset.ToString("x", CultureInfo.InvariantCulture).PadLeft(layout.OffsetDigits, '0'), isFirst ? row._theme.Strong : row._theme.Faint);
        row.Add("  ", default);
        for (var i = 0; i < layout.PerRow; i++)
        {
            row.AddHex(octets, kinds, marks, start + i, end, HexLayout.GapBefore(i));
        }

        row.Add("  ", default);
        for (var i = start; i < end; i++)
        {
            i += row.AddText(octets[i], kinds, marks, i, end) - 1;
        }

        row.Flush();
        return [.. row._runs];
    }

    void AddHex(ReadOnlySpan<byte> octets, OctetKinds kinds, Func<int, Style?> marks, int index, int end, int gap)
    {
        Add(gap switch { 0 => "", 1 => " ", _ => "  " }, default);
        if (index >= end)
        {
            Add("  ", default);
            return;
        }

        var kind = kinds.At(index);
        var value = octets[index];
        Add(kind == OctetKind.Secret ? "**" : $"{Digits[value >> 4]}{Digits[value & 15]}", Under(marks(index), HexStyle(kind)));
    }

    /// <summary>Gives the number of octets whose cells were written.</summary>
    int AddText(byte octet, OctetKinds kinds, Func<int, Style?> marks, int index, int end)
    {
        var kind = kinds.At(index);
        var style = Under(marks(index), TextStyle(kind));
        switch (kind)
        {
            case OctetKind.Plain or OctetKind.ExtraDot or OctetKind.EndOfData:
                Add(((char)octet).ToString(), style);
                return 1;
            case OctetKind.Secret:
                Add("*", style);
                return 1;
            case OctetKind.Ending:
                AddReplaced(_look.Show([octet]), style);
                return 1;
            case OctetKind.Bare or OctetKind.Control:
                AddReplaced(_look.Form == SafeForm.Unicode ? _look.Show([octet]) : kind == OctetKind.Bare ? AsciiBare : AsciiControl, style);
                return 1;
            case OctetKind.Character when _look.Form == SafeForm.Unicode:
                return AddCharacter(kinds.CharacterAt(index), style, end - index);
            case OctetKind.Continuation when _look.Form == SafeForm.Unicode:
                Add(_look.Glyphs.Between, _theme.Faint);
                return 1;
            default:
                Add(".", style);
                return 1;
        }
    }

    // A wide character takes the cells of two of its octets; at the end of a row there may be only one.
    int AddCharacter(Rune character, Style style, int room)
    {
        var cells = _look.Width.Of(character);
        if (cells > room)
        {
            Add(_look.Glyphs.Between, _theme.Faint);
            return 1;
        }

        Add(character.ToString(), style);
        return cells;
    }

    Style HexStyle(OctetKind kind) => kind switch
    {
        OctetKind.Ending or OctetKind.Secret => _theme.Faint,
        OctetKind.Plain => _theme.Text,
        _ => TextStyle(kind),
    };

    Style TextStyle(OctetKind kind) => kind switch
    {
        OctetKind.Ending => _theme.Faint,
        OctetKind.Bare => _theme.Error,
        OctetKind.Control or OctetKind.NoText => _theme.Warning,
        OctetKind.ExtraDot => _theme.Accent.With(TextAttributes.Underline),
        OctetKind.EndOfData => _theme.Accent,
        OctetKind.Secret => _theme.Faint,
        _ => _theme.Text,
    };

    static Style Under(Style? mark, Style style) => mark is { } laid ? style.Under(laid) : style;

    // A control character's picture is drawn reversed, so that a picture that was sent differs from it.
    void AddReplaced(SafeText text, Style style)
    {
        Flush();
        _runs.Add(new StyledRun(text, text.HasReplacements ? style : style.ForControl()));
    }

    // Neighbours of one style become one run.
    void Add(string text, Style style)
    {
        if (style != _style)
        {
            Flush();
            _style = style;
        }

        _pending.Append(text);
    }

    void Flush()
    {
        if (_pending.Length > 0)
        {
            _runs.Add(new StyledRun(_look.Say(_pending.ToString()), _style));
            _pending.Clear();
        }
    }
}
