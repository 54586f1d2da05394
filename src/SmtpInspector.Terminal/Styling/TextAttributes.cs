namespace SmtpInspector.Terminal.Styling;

/// <summary>What a style adds to its colours.</summary>
[Flags]
public enum TextAttributes : byte
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Underline = 8,
    Reverse = 16,
    Strikethrough = 32,
}
