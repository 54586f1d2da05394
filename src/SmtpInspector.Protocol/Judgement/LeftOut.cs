using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;

namespace SmtpInspector.Protocol.Judgement;

/// <summary>Lines of a transcript in which a placeholder stands for a credential: their places and names.</summary>
static class LeftOut
{
    /// <summary>The placeholders as credentials of a joined line.</summary>
    /// <param name="leftOut">Their places in the last piece of the line.</param>
    /// <param name="before">How many octets of the line came before that piece.</param>
    public static IReadOnlyList<SecretSpan> Spans(IReadOnlyList<LeftOutSecret> leftOut, int before)
    {
        var spans = new SecretSpan[leftOut.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new SecretSpan(leftOut[i].Start + before, leftOut[i].Length, leftOut[i].Name);
        }

        return spans;
    }

    /// <summary>What of the placeholders lies in a part of the line, counted from where the part begins.</summary>
    public static IReadOnlyList<LeftOutSecret> Within(IReadOnlyList<LeftOutSecret> leftOut, int start, int end)
    {
        var within = new List<LeftOutSecret>(leftOut.Count);
        foreach (var secret in leftOut)
        {
            var from = Math.Max(secret.Start, start);
            var to = Math.Min(secret.Start + secret.Length, end);
            if (to > from)
            {
                within.Add(secret with { Start = from - start, Length = to - from });
            }
        }

        return within;
    }
}
