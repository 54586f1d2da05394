using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Practice;

/// <summary>One complete reply as a profile writes it: a code and one or more lines of text.</summary>
/// <param name="Code">The reply code, on every line (RFC 5321 §4.2.1).</param>
/// <param name="Lines">The texts after the code, without line endings.</param>
public sealed partial record PracticeReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>The code on the last line, where a fault makes it another.</summary>
    public int? LastCode { get; init; }

    /// <summary>Whether the lines end in LF alone, by a fault.</summary>
    public bool BareLineFeeds { get; init; }

    /// <summary>Reads <c>250 Ok</c>, so that a table can hold replies as they look on the wire.</summary>
    public static implicit operator PracticeReply(string text) => Parse(text);

    /// <summary>Reads a reply.</summary>
    /// <param name="text">Three digits, a space, and the text; a line feed begins a further line, written without the digits.</param>
    /// <exception cref="FormatException">The text does not begin with three digits: a mistake in a profile.</exception>
    public static PracticeReply Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(int.Parse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), text[4..].Split('\n'));
    }

    /// <summary>The reply with every line passed through <paramref name="fill"/>.</summary>
    public PracticeReply Filled(Func<string, string> fill) => this with { Lines = [.. Lines.Select(fill)] };

    /// <summary>The reply as on the wire: CR LF ends every line, a hyphen follows the code on all but the last.</summary>
    public override string ToString()
    {
        var wire = new StringBuilder();
        for (var i = 0; i < Lines.Count; i++)
        {
            // RFC 5321 §4.2.1: "-" on every line but the last, a space on that one, present even where no text follows.
            var isLast = i == Lines.Count - 1;
            wire.Append(CultureInfo.InvariantCulture, $"{(isLast ? LastCode ?? Code : Code):D3}{(isLast ? ' ' : '-')}{Lines[i]}{(BareLineFeeds ? "\n" : "\r\n")}");
        }

        return wire.ToString();
    }
}
