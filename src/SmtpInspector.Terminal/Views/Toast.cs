using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Views;

/// <summary>A notice that goes away by itself.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">How it is meant.</param>
/// <param name="Until">When it goes, on the clock of whoever shows it.</param>
public sealed record Toast(SafeText Text, ToastKind Kind, TimeSpan Until);
