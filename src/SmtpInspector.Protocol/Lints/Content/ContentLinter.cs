using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>
/// Judges one message's content while it goes by: everything after DATA's 354 up to the line of one dot, or all
/// chunks of BDAT together. Memory is bounded whatever comes; a clean line costs no allocation.
/// </summary>
public sealed class ContentLinter : ILineSink
{
    readonly LineCutter _cutter;
    readonly OctetRules _octets;
    int _line;
    bool _insideLine;

    /// <summary>A linter for one message.</summary>
    /// <param name="dotStuffed">Whether leading dots are doubled: true after DATA (RFC 5321 §4.5.2), false for BDAT.</param>
    public ContentLinter(bool dotStuffed)
    {
        _cutter = new LineCutter(this);
        _octets = new OctetRules(dotStuffed);
    }

    /// <summary>
    /// Takes the next octets as on the wire, endings and doubled dots included but without the final line of one dot:
    /// a line, a piece of one, a chunk. How they are cut does not change the verdict.
    /// </summary>
    public void Feed(ReadOnlySpan<byte> octets) => _cutter.Feed(octets);

    /// <summary>
    /// The content is over: reports every finding, in the order of the catalogue. Of each rule only the first few
    /// occurrences are reported, the last of them with the number of all. Columns count lines of the content from 0
    /// and octets as on the wire.
    /// </summary>
    public void Finish(ContentContext context, ICollection<Finding> findings)
    {
        _cutter.Complete();
        _octets.Complete(_line, _insideLine);
        _octets.Report(context, findings);
    }

    void ILineSink.Take(ReadOnlySpan<byte> piece, bool starts, bool ends)
    {
        _octets.Take(piece, _line, starts, ends);
        _insideLine = !ends;
        _line += ends ? 1 : 0;
    }
}
