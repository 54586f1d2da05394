using System.Collections;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>Lines of content that goes on in the next block. Those of the blocks before it are made on demand, block by block.</summary>
/// <param name="index">The record.</param>
/// <param name="first">The block in which the content begins.</param>
/// <param name="blocks">How many blocks its lines lie in.</param>
/// <param name="count">How many lines there are.</param>
sealed class RecordLines(RecordIndex index, int first, int blocks, int count) : IWalked<ShownLine>
{
    // Whoever goes through all lines, by their numbers too, must not put out of memory what is on the screen.
    volatile Near? _near;

    public int Count => count;

    public ShownLine this[int place]
    {
        get
        {
            var near = _near;
            if (near is null || place < near.From || place >= near.Lines.Count)
            {
                _near = near = NearOf(place);
            }

            // Where the file has changed underneath, there are none.
            return place < near.Lines.Count ? near.Lines[place] : new ShownLine(new WireLine(Direction.Client, 0, default), null, []);
        }
    }

    public IEnumerable<ShownLine> From(int place)
    {
        for (; place < count; place++)
        {
            yield return this[place];
        }
    }

    public IEnumerator<ShownLine> GetEnumerator() => From(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    Near NearOf(int place)
    {
        var (low, high) = (first, first + blocks - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = index.OpenLinesBefore(middle) <= place ? (middle, high) : (low, middle - 1);
        }

        var lines = index.Make(low).End.OpenContent;
        return new Near(lines.Start, lines);
    }

    sealed record Near(int From, Log<ShownLine> Lines);
}
