namespace SmtpInspector.Terminal.Views;

/// <summary>How a notice is meant.</summary>
public enum ToastKind
{
    Info,
    Success,
    Warning,
    Error,
}
