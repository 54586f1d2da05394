namespace SmtpInspector.Session;

/// <summary>The command line, or a file it names, is wrong. The message says what, and how to get it right.</summary>
sealed class UsageException(string message) : Exception(message);
