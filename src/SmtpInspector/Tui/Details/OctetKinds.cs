using System.Buffers;
using System.Text;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Tells what each octet of a line is.</summary>
/// <param name="line">The line, or a piece of one.</param>
/// <param name="keepSecrets">Whether credentials are shown.</param>
/// <param name="isStuffed">Whether its first dot was put there by dot-stuffing.</param>
/// <param name="isEndOfData">Whether it is the line of one dot.</param>
/// <param name="nextIsLf">Whether a LF is the first octet behind this piece.</param>
/// <param name="previousIsCr">Whether a CR is the last octet before it.</param>
readonly struct OctetKinds(ShownLine line, bool keepSecrets, bool isStuffed, bool isEndOfData, bool nextIsLf, bool previousIsCr)
{
    const byte Cr = (byte)'\r';
    const byte Lf = (byte)'\n';

    /// <summary>Octets that are looked at before and behind a row, for a character may reach over its ends.</summary>
    const int LongestCharacter = 4;

    /// <summary>The octets of one of an item's lines.</summary>
    /// <param name="item">The item.</param>
    /// <param name="number">Which of its lines.</param>
    /// <param name="keepSecrets">Whether credentials are shown.</param>
    public static OctetKinds Of(TranscriptItem item, int number, bool keepSecrets)
    {
        var line = item.Lines[number];
        var beginsWithDot = item.IsDotStuffed && line.Wire.Bytes.Span is [(byte)'.', ..] && item.BeginsLine(number);
        var isEnd = beginsWithDot && item.EndsWithDot && number == item.Lines.Count - 1;
        return new OctetKinds(
            line,
            keepSecrets,
            isStuffed: beginsWithDot && !isEnd,
            isEnd,
            nextIsLf: number + 1 < item.Lines.Count && item.Lines[number + 1].Wire.Bytes.Span is [Lf, ..],
            previousIsCr: number > 0 && item.Lines[number - 1].Wire.Bytes.Span is [.., Cr]);
    }

    ReadOnlySpan<byte> Octets => line.Wire.Bytes.Span;

    /// <summary>What the octet at an index is.</summary>
    public OctetKind At(int index)
    {
        if (!keepSecrets && IsSecret(index))
        {
            return OctetKind.Secret;
        }

        var octets = Octets;
        switch (octets[index])
        {
            case Lf:
                return index > 0 ? octets[index - 1] == Cr ? OctetKind.Ending : OctetKind.Bare
                    : previousIsCr ? OctetKind.Ending : OctetKind.Bare;
            case Cr:
                return index + 1 < octets.Length ? octets[index + 1] == Lf ? OctetKind.Ending : OctetKind.Bare
                    : nextIsLf ? OctetKind.Ending : OctetKind.Bare;
            case < 0x20 or 0x7F:
                return OctetKind.Control;
            case < 0x7F:
                return index > 0 ? OctetKind.Plain : isEndOfData ? OctetKind.EndOfData : isStuffed ? OctetKind.ExtraDot : OctetKind.Plain;
            default:
                return OfCharacter(index);
        }
    }

    /// <summary>The character that begins at an index where <see cref="At"/> said so.</summary>
    public Rune CharacterAt(int index)
    {
        Rune.DecodeFromUtf8(Octets[index..], out var rune, out _);
        return rune;
    }

    OctetKind OfCharacter(int index)
    {
        // A character has four octets at the most: the one this belongs to begins no further back.
        for (var start = index; start > index - LongestCharacter && start >= 0; start--)
        {
            if ((Octets[start] & 0xC0) == 0x80)
            {
                continue;
            }

            var isCharacter = Rune.DecodeFromUtf8(Octets[start..], out var rune, out var length) == OperationStatus.Done
                && start + length > index && IsShown(rune);
            return !isCharacter ? OctetKind.NoText : start == index ? OctetKind.Character : OctetKind.Continuation;
        }

        return OctetKind.NoText;
    }

    // What Safe would spell out takes more cells than it has octets, and a mark would be drawn on what stands before it.
    static bool IsShown(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var text = Safe.FromText(units[..rune.EncodeToUtf16(units)]);
        return !text.HasReplacements && CellWidth.Narrow.Of(rune) > 0;
    }

    bool IsSecret(int index)
    {
        foreach (var secret in line.Secrets)
        {
            if (index >= secret.Start && index < secret.End)
            {
                return true;
            }
        }

        return false;
    }
}
