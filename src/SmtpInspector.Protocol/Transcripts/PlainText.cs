using System.Buffers;
using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>What the plain form of a line can hold, so that a person can read it and an editor does not change it.</summary>
static class PlainText
{
    static readonly SearchValues<byte> Printable = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\t"u8);

    /// <summary>Whether a whole text can stand in a plain line.</summary>
    public static bool CanHold(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExcept(Printable))
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done || !CanHold(rune))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>Whether a character can: none that controls, reorders or hides, but for the tab.</summary>
    public static bool CanHold(Rune rune) => rune.Value == '\t' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
