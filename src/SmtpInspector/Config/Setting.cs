namespace SmtpInspector.Config;

/// <summary>A value the user gave, on the command line or in a profile.</summary>
/// <param name="Text">The value; null where none was given.</param>
/// <param name="Name">What messages call it: the option, or the place in the config file and the key.</param>
readonly record struct Setting(string? Text, string Name);
