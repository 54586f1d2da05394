namespace SmtpInspector.Credentials;

/// <summary>A secret was wanted and none that can be used came. The message says why, as the end of a sentence.</summary>
public sealed class SecretInputException(string message) : Exception(message);
