namespace SmtpInspector.Terminal.Styling;

enum ColorKind
{
    Default,
    Indexed,
    Rgb,
}
