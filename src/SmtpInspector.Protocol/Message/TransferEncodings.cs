namespace SmtpInspector.Protocol.Message;

/// <summary>The names of transfer encodings.</summary>
static class TransferEncodings
{
    /// <summary>The encoding that a Content-Transfer-Encoding field's unfolded body names.</summary>
    public static TransferEncoding Parse(string body)
    {
        var reader = new StructuredReader(body);
        reader.SkipCfws();
        var name = ParameterParser.TakeToken(ref reader).ToString();
        reader.SkipCfws();
        return !reader.AtEnd ? TransferEncoding.Unknown : name.ToLowerInvariant() switch
        {
            "7bit" => TransferEncoding.SevenBit,
            "8bit" => TransferEncoding.EightBit,
            "binary" => TransferEncoding.Binary,
            "quoted-printable" => TransferEncoding.QuotedPrintable,
            "base64" => TransferEncoding.Base64,
            _ => TransferEncoding.Unknown,
        };
    }

    /// <summary>Whether the octets are as they were before.</summary>
    public static bool IsIdentity(this TransferEncoding encoding) =>
        encoding is TransferEncoding.SevenBit or TransferEncoding.EightBit or TransferEncoding.Binary;
}
