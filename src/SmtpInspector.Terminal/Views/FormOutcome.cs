namespace SmtpInspector.Terminal.Views;

/// <summary>A dialog after a key.</summary>
/// <param name="Form">The dialog now; null when it was closed without a choice.</param>
/// <param name="Button">The index of the button that was pressed, with everything filled in right; null when none was.</param>
public readonly record struct FormOutcome(Form? Form, int? Button = null);
