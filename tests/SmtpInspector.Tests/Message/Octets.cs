using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

/// <summary>Messages written as C# strings whose characters are octets.</summary>
static class Octets
{
    public static byte[] Of(string content) => Encoding.Latin1.GetBytes(content);

    public static MimeMessage Read(string content) => MimeMessage.Read(Of(content));

    public static string Text(string content, ByteRange? range) =>
        range is { } known ? Encoding.Latin1.GetString(known.Of(Of(content))) : "";

    /// <summary>Everything about a message's structure, as text to compare.</summary>
    public static string Describe(MimeMessage message)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{message.Length} {message.Lines}");
        foreach (var part in message.Root.All())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{part.Number} {part.ContentType} {part.Encoding} {part.FileName} {part.Header} {part.Body} {part.Boundary} {part.Preamble} {part.Epilogue} {part.LacksSeparator} {part.IsHeaderCut} {part.IsTreeCut}");
            foreach (var field in part.Fields)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {field.Line} {field.Range} {field.IsCut} {field}");
            }
        }

        return text.ToString();
    }
}
