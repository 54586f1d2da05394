namespace SmtpInspector.Terminal.Text;

/// <summary>A stretch of a <see cref="SafeText"/> that is all as it was, or all replaced.</summary>
/// <param name="Start">Index of its first UTF-16 code unit in <see cref="SafeText.Text"/>.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Replaced">True when this stands for something that was not shown as it was, and so wants the control style.</param>
public readonly record struct SafeRun(int Start, int Length, bool Replaced);
