using System.Buffers;
using System.Text;

namespace SmtpInspector.Terminal.Text;

/// <summary>
/// The one door through which bytes and text from elsewhere become something a terminal may be given. Total: anything goes in, and
/// what was not shown as it was is marked as replaced, so that an ESC that became U+241B differs from a U+241B that was sent.
/// </summary>
public static class Safe
{
    /// <summary>
    /// UTF-8 made visible. Bytes that are no UTF-8 become <c>\x9b</c>; C1 controls, being two bytes there, <c>\xc2\x9b</c>.
    /// </summary>
    public static SafeText FromBytes(ReadOnlySpan<byte> utf8, SafeForm form = SafeForm.Unicode)
    {
        if (IsPlain(utf8))
        {
            return new SafeText(Encoding.ASCII.GetString(utf8), ends: null);
        }

        var builder = new SafeBuilder(form);
        while (!utf8.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(utf8, out var rune, out var consumed);
            if (status != OperationStatus.Done || rune.Value is >= 0x80 and < 0xA0)
            {
                foreach (var value in utf8[..consumed])
                {
                    builder.AppendInvalid(value);
                }
            }
            else
            {
                builder.Append(rune);
            }

            utf8 = utf8[consumed..];
        }

        return builder.ToSafeText();
    }

    /// <summary>Whether these are printable ASCII and nothing else, which every terminal may be given as they are.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> octets) => !octets.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    /// <summary>Text made visible. Half a surrogate pair becomes <c>&lt;U+D800&gt;</c>.</summary>
    public static SafeText FromText(ReadOnlySpan<char> text, SafeForm form = SafeForm.Unicode)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return new SafeText(text.ToString(), ends: null);
        }

        var builder = new SafeBuilder(form);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var consumed) == OperationStatus.Done)
            {
                builder.Append(rune);
            }
            else
            {
                builder.AppendInvalid(text[0]);
                consumed = 1;
            }

            text = text[consumed..];
        }

        return builder.ToSafeText();
    }

    /// <summary>Text made visible; the string itself is kept where nothing needs to be replaced.</summary>
    public static SafeText FromText(string text, SafeForm form = SafeForm.Unicode) =>
        IsPlain(text, form) ? new SafeText(text, ends: null) : FromText(text.AsSpan(), form);

    /// <summary>True when it can be told without looking back or ahead that nothing needs to be replaced; takes no memory.</summary>
    static bool IsPlain(ReadOnlySpan<char> text, SafeForm form)
    {
        var start = text.IndexOfAnyExceptInRange(' ', '~');
        if (start < 0)
        {
            return true;
        }

        while (form == SafeForm.Unicode && start < text.Length)
        {
            if (Rune.DecodeFromUtf16(text[start..], out var rune, out var consumed) != OperationStatus.Done
                || Characters.Classify(rune) != CharacterClass.Printable)
            {
                return false;
            }

            start += consumed;
        }

        return form == SafeForm.Unicode;
    }
}
