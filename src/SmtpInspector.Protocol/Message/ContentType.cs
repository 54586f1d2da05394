namespace SmtpInspector.Protocol.Message;

/// <summary>A media type with its parameters (RFC 2045 §5).</summary>
/// <param name="Type">The top-level type, in lower case.</param>
/// <param name="Subtype">The subtype, in lower case.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Problem">What is not written as it must be; null when all is right.</param>
public sealed record ContentType(string Type, string Subtype, IReadOnlyList<MimeParameter> Parameters, string? Problem = null)
{
    /// <summary>The type of a part that names none (RFC 2045 §5.2).</summary>
    public static ContentType TextPlain { get; } = new("text", "plain", []);

    /// <summary>The type of a part of a digest that names none (RFC 2046 §5.1.5).</summary>
    public static ContentType MessageRfc822 { get; } = new("message", "rfc822", []);

    /// <summary>The type in an unfolded body. One that cannot be understood counts as text/plain (RFC 2045 §5.2).</summary>
    public static ContentType Parse(string body)
    {
        var reader = new StructuredReader(body);
        reader.SkipCfws();
        var type = ParameterParser.TakeToken(ref reader).ToString().ToLowerInvariant();
        reader.SkipCfws();
        if (type.Length == 0 || !reader.TryTake('/'))
        {
            return TextPlain with { Problem = $"{Shown.Quote(body)} is not written as type/subtype" };
        }

        reader.SkipCfws();
        var subtype = ParameterParser.TakeToken(ref reader).ToString().ToLowerInvariant();
        if (subtype.Length == 0)
        {
            return TextPlain with { Problem = $"{Shown.Quote(body)} has no subtype" };
        }

        string? problem = null;
        var written = ParameterParser.Parse(ref reader, ref problem);
        var parameters = ExtendedParameters.Join(written, ref problem);
        return new ContentType(HeaderText.Visible(type), HeaderText.Visible(subtype), parameters, problem);
    }

    /// <summary>Both together, as "text/plain".</summary>
    public string MediaType => $"{Type}/{Subtype}";

    /// <summary>Whether parts are in it.</summary>
    public bool IsMultipart => Type == "multipart";

    /// <summary>Whether a whole message is in it; message/global is one that may hold UTF-8 (RFC 6532 §3.7).</summary>
    public bool IsMessage => Type == "message" && Subtype is "rfc822" or "global";

    /// <summary>A parameter's value; null when it is not there.</summary>
    /// <param name="name">In lower case.</param>
    public string? this[string name] => Find(name)?.Value;

    internal MimeParameter? Find(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => MediaType;
}
