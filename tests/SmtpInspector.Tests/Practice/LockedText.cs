using System.Text;

namespace SmtpInspector.Tests.Practice;

/// <summary>A writer that may be read while others write.</summary>
sealed class LockedText : TextWriter
{
    readonly StringBuilder _text = new();

    public LockedText() => CoreNewLine = ['\n'];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
        }
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }
}
