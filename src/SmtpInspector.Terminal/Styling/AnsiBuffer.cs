using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Styling;

/// <summary>Collects bytes for a terminal, to be written in one piece. Text only comes in as <see cref="SafeText"/>.</summary>
/// <param name="depth">Which colours may be used.</param>
/// <param name="form">Whether to keep to ASCII; what is beyond it then becomes a question mark.</param>
public sealed class AnsiBuffer(ColorDepth depth, SafeForm form = SafeForm.Unicode)
{
    readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>What was collected.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Begins again.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Text in a style, and the terminal's own colours after it; replaced runs stand out.</summary>
    public void Append(SafeText text, Style style = default)
    {
        foreach (var run in text.Runs)
        {
            var runStyle = run.Replaced ? style.ForControl() : style;
            var characters = text.Text.AsSpan(run.Start, run.Length);
            // The last line of defence; SafeText cannot hold any.
            Debug.Assert(!characters.ContainsAnyInRange('\0', '\x1F') && !characters.ContainsAnyInRange('\x7F', '\x9F'));
            if (runStyle != Style.Plain)
            {
                _bytes.Advance(Sgr.Write(runStyle, depth, _bytes.GetSpan(Sgr.MaxLength)));
            }

            (form == SafeForm.Ascii ? Encoding.ASCII : Encoding.UTF8).GetBytes(characters, _bytes);
            if (runStyle != Style.Plain)
            {
                _bytes.Write("\e[0m"u8);
            }
        }
    }

    /// <summary>A line's runs; nothing that ends the line.</summary>
    public void Append(StyledLine line)
    {
        foreach (var run in line.Runs)
        {
            Append(run.Text, run.Style);
        }
    }

    /// <summary>A control sequence from the program's own source.</summary>
    public void Control(ReadOnlySpan<byte> sequence) => _bytes.Write(sequence);

    /// <summary>A control sequence with one number, <c>ESC [ number final</c>.</summary>
    public void Control(int number, char final)
    {
        var span = _bytes.GetSpan(16);
        "\e["u8.CopyTo(span);
        Utf8Formatter.TryFormat(number, span[2..], out var length);
        span[2 + length] = (byte)final;
        _bytes.Advance(length + 3);
    }
}
