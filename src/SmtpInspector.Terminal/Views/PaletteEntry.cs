namespace SmtpInspector.Terminal.Views;

/// <summary>Something that can be done, as a palette offers it.</summary>
/// <param name="Id">What its owner calls it.</param>
/// <param name="Title">What it does.</param>
/// <param name="Keys">The keys that do it directly; empty for none.</param>
/// <param name="Unavailable">Why it cannot be done now; null when it can.</param>
/// <param name="Keywords">Other words by which it is found.</param>
public sealed record PaletteEntry(string Id, string Title, string Keys = "", string? Unavailable = null, string Keywords = "");
