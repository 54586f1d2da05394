namespace SmtpInspector.Config;

/// <summary>The config file is wrong, or cannot be read. The message names the place, and says how to get it right.</summary>
sealed class ConfigException(string message) : Exception(message);
