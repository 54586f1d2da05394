namespace SmtpInspector.Protocol.Practice;

/// <content>Replies as faults make them.</content>
public sealed partial record PracticeReply
{
    const string Success = "2.0.0";
    const string Refusal = "5.0.0";

    /// <summary>The last line with another code than the others; a reply of one line gets a second one.</summary>
    internal PracticeReply WithMixedCodes() => this with
    {
        Lines = Lines is [var only] ? [only, only] : Lines,
        LastCode = Code < 400 ? 550 : 250,
    };

    /// <summary>An enhanced code on every line, whose class contradicts the reply code. None on 3yz, where none belongs (RFC 2034 §4).</summary>
    internal PracticeReply WithWrongEnhancedCode()
    {
        if (Code is >= 300 and < 400)
        {
            return this;
        }

        var wrong = Code < 400 ? Refusal : Success;
        return this with { Lines = [.. Lines.Select(line => WithEnhancedCode(line, wrong))] };
    }

    /// <summary>The same without enhanced codes.</summary>
    internal PracticeReply WithoutEnhancedCodes() => this with { Lines = [.. Lines.Select(line => WithEnhancedCode(line, null))] };

    static string WithEnhancedCode(string line, string? code)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? line : line[..space];
        var text = word.Split('.') is [['2' or '4' or '5'], { Length: >= 1 and <= 3 } subject, { Length: >= 1 and <= 3 } detail]
            && subject.All(char.IsAsciiDigit) && detail.All(char.IsAsciiDigit)
            ? line[(space < 0 ? line.Length : space + 1)..]
            : line;
        return code is null ? text : $"{code} {text}";
    }
}
