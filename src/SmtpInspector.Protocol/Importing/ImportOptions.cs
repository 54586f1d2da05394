namespace SmtpInspector.Protocol.Importing;

/// <summary>How a file is to be read.</summary>
/// <param name="Format">How it was written; null where the file is to tell.</param>
/// <param name="Number">Which of its conversations, from 1.</param>
/// <param name="KeepSecrets">Whether the credentials in another program's recording are kept.</param>
public sealed record ImportOptions(ImportFormat? Format = null, int Number = 1, bool KeepSecrets = false);
