namespace SmtpInspector.Protocol.Message;

/// <summary>A parameter of a Content-Type or Content-Disposition field, its pieces joined and decoded (RFC 2045 §5.1, RFC 2231).</summary>
/// <param name="Name">Its name in lower case, without what RFC 2231 appends.</param>
/// <param name="Value">Its value for display; quotation marks are not part of it.</param>
/// <param name="Charset">The charset it is written in, where RFC 2231 names one.</param>
/// <param name="Language">The language it is written in, where RFC 2231 names one.</param>
public sealed record MimeParameter(string Name, string Value, string? Charset = null, string? Language = null)
{
    /// <summary>The value with such octets as <see cref="HeaderText"/> has them; the same as the value where a charset is named.</summary>
    internal string Raw { get; init; } = Value;
}
