using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tui.Transcript;

/// <summary>A line, or a piece of one, as it stood on the wire.</summary>
/// <param name="Wire">Its octets.</param>
/// <param name="At">When its last octet was sent or received; null where unknown.</param>
/// <param name="Secrets">The credentials in it.</param>
/// <param name="Own">Whether the program sent it, not the user.</param>
readonly record struct ShownLine(WireLine Wire, TimeSpan? At, IReadOnlyList<SecretSpan> Secrets, bool Own = false)
{
    /// <summary>Its octets without the terminator, credentials replaced unless they are to be shown.</summary>
    public ReadOnlyMemory<byte> Content(bool keepSecrets) => keepSecrets ? Wire.Content : Redactor.Redact(Wire.Content, Secrets);

    /// <summary>Its octets with the terminator, credentials replaced unless they are to be shown.</summary>
    public ReadOnlyMemory<byte> Bytes(bool keepSecrets) => keepSecrets ? Wire.Bytes : Redactor.Redact(Wire.Bytes, Secrets);
}
