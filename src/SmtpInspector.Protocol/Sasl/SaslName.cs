namespace SmtpInspector.Protocol.Sasl;

/// <summary>A user name within a message whose parts are divided by commas.</summary>
static class SaslName
{
    /// <summary>RFC 5802 §5.1: <c>,</c> and <c>=</c> are sent as <c>=2C</c> and <c>=3D</c>.</summary>
    public static string Escape(string name) =>
        name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
}
