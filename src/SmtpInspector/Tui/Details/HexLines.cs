using System.Globalization;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The rows of an item's octets, each made when it is asked for.</summary>
sealed class HexLines : ITextLines
{
    readonly TranscriptItem _item;
    readonly Look _look;
    readonly bool _keepSecrets;
    readonly ByteRows _rows;
    readonly HexLayout _layout;
    readonly int _rowCount;
    readonly DetailLines _above;
    readonly DetailLines _below;
    readonly HexMarks _marks;

    /// <param name="item">The item; it has lines.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="width">The cells there are.</param>
    /// <param name="keepSecrets">Whether credentials are shown.</param>
    public HexLines(TranscriptItem item, Look look, int width, bool keepSecrets)
    {
        _item = item;
        _look = look;
        _keepSecrets = keepSecrets;
        _rows = ByteRows.Of(item.Lines);
        _layout = HexLayout.For(_rows.Octets, width, look);
        _rowCount = _rows.Count(_layout.PerRow);
        _marks = new HexMarks(item, look);
        _above = Above(width);
        _below = HexLegend.Lines(item, _marks, look, width, keepSecrets);
    }

    public int Count => _above.Count + _rowCount + _below.Count;

    public StyledLine this[int index]
    {
        get
        {
            if (index < _above.Count)
            {
                return _above[index];
            }

            index -= _above.Count;
            return index < _rowCount ? Row(index) : _below[index - _rowCount];
        }
    }

    StyledLine Row(int index)
    {
        var (number, start) = _rows.At(index, _layout.PerRow);
        var line = _item.Lines[number];
        return HexRow.Draw(
            _look,
            _layout,
            line.Wire.Offset - _item.Lines[0].Wire.Offset + start,
            start == 0 && _item.BeginsLine(number),
            line.Wire.Bytes.Span,
            OctetKinds.Of(_item, number, _keepSecrets),
            octet => _marks.At(number, octet),
            start);
    }

    DetailLines Above(int width)
    {
        var writer = new DetailWriter(_look, width);
        var first = _item.Lines[0].Wire;
        var side = first.Direction == Direction.Client ? "client" : "server";
        writer.Line(
        [
            new(_look.Say(ItemWords.Size(_item))),
            new(_look.Say(string.Create(CultureInfo.InvariantCulture, $" {_look.Glyphs.Between} from octet {first.Offset} of the {side}'s")), _look.Theme.Faint),
        ]);
        writer.Gap();
        return writer.Lines;
    }
}
