namespace SmtpInspector.Protocol.Message;

/// <summary>How a part wants to be presented (RFC 2183 §2).</summary>
/// <param name="Type">"inline", "attachment" or another word, in lower case.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Problem">What is not written as it must be; null when all is right.</param>
public sealed record ContentDisposition(string Type, IReadOnlyList<MimeParameter> Parameters, string? Problem = null)
{
    /// <summary>The disposition in an unfolded body.</summary>
    public static ContentDisposition Parse(string body)
    {
        var reader = new StructuredReader(body);
        reader.SkipCfws();
        var type = ParameterParser.TakeToken(ref reader).ToString().ToLowerInvariant();
        var problem = type.Length == 0 ? $"{Shown.Quote(body)} does not begin with a disposition type" : null;
        var written = ParameterParser.Parse(ref reader, ref problem);
        var parameters = ExtendedParameters.Join(written, ref problem);
        return new ContentDisposition(HeaderText.Visible(type), parameters, problem);
    }

    /// <summary>
    /// Whether the part is to be presented apart. RFC 2183 §2.8: an unknown word counts as attachment.
    /// </summary>
    public bool IsAttachment => Type != "inline";

    /// <summary>The file's name that the sender suggests; null when it is not there.</summary>
    public string? FileName
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Name == "filename")
                {
                    return parameter.Value;
                }
            }

            return null;
        }
    }
}
