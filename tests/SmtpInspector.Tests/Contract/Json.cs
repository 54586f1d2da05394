using System.Text.Json;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Contract;

/// <summary>JSON Lines as another program reads them.</summary>
static class Json
{
    /// <summary>Every line of the output as an object; anything else in it fails.</summary>
    public static List<JsonElement> Events(ChildProcess.Ended program)
    {
        Assert.EndsWith("\n", program.Output, StringComparison.Ordinal);
        return [.. program.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>A field's text; null where it is absent or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool IsNull(JsonElement element, string name) => element.GetProperty(name).ValueKind == JsonValueKind.Null;

    /// <summary>The names of an object's fields, in order.</summary>
    public static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(field => field.Name));
}
