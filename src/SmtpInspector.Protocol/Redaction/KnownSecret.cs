namespace SmtpInspector.Protocol.Redaction;

/// <summary>A credential in one of its forms.</summary>
/// <param name="Octets">Its octets.</param>
/// <param name="Small">The same in small letters, for sentences.</param>
/// <param name="Name">What stands in for it: NAME of <c>{secret:NAME}</c>.</param>
readonly record struct KnownSecret(byte[] Octets, byte[] Small, string Name);
