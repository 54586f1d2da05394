namespace SmtpInspector.Protocol.Grammar;

/// <summary>A whole reply of one or many lines (RFC 5321 §4.2.1). Never empty.</summary>
/// <param name="Lines">Its lines in order.</param>
/// <param name="IsComplete">False when it was cut: the connection or a limit ended it before its last line.</param>
public sealed record Reply(IReadOnlyList<ReplyLine> Lines, bool IsComplete = true)
{
    /// <summary>The code of the last line that has one; null when none has.</summary>
    public int? Code
    {
        get
        {
            for (var i = Lines.Count - 1; i >= 0; i--)
            {
                if (Lines[i].Code is { } code)
                {
                    return code;
                }
            }

            return null;
        }
    }

    /// <summary>What the code's first digit says.</summary>
    public ReplyClass Class => (Code / 100) switch
    {
        2 => ReplyClass.Success,
        3 => ReplyClass.Intermediate,
        4 => ReplyClass.Transient,
        5 => ReplyClass.Permanent,
        _ => ReplyClass.Invalid,
    };

    /// <summary>The enhanced status code of the first line that has one.</summary>
    public EnhancedStatusCode? Enhanced
    {
        get
        {
            // By index: an interface's enumerator costs an object, and this is asked for every reply.
            for (var i = 0; i < Lines.Count; i++)
            {
                if (Lines[i].Code is not null && EnhancedStatusCode.At(Lines[i].TextBytes.Span) is { } enhanced)
                {
                    return enhanced;
                }
            }

            return null;
        }
    }
}
