namespace SmtpInspector.Terminal.Device;

/// <summary>The streams that every process starts with, by their descriptors.</summary>
public enum StandardDescriptor
{
    Input = 0,
    Output = 1,
    Error = 2,
}
