using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>What no command line may hold, whatever it means.</summary>
static class CommandText
{
    /// <summary>Complains at the first control character, and at the first octet over 127.</summary>
    public static void Check(Token text, ICollection<Finding> findings)
    {
        CheckControls(text, findings);
        var high = text.Span.IndexOfAnyInRange((byte)128, (byte)255);
        if (high >= 0)
        {
            findings.AddSyntax(
                text.Start + high, text.Start + high + 1, "Commands are written in ASCII; this octet is not.", "RFC 5321 §2.4");
        }
    }

    /// <summary>Complains at the first control character other than a tab.</summary>
    public static void CheckControls(Token text, ICollection<Finding> findings)
    {
        var span = text.Span;
        for (var i = 0; i < span.Length; i++)
        {
            if (Characters.IsControl(span[i]) && span[i] != (byte)'\t')
            {
                findings.AddSyntax(
                    text.Start + i,
                    text.Start + i + 1,
                    ControlMessage(span[i]),
                    span[i] == (byte)'\r' ? "RFC 5321 §2.3.8" : "RFC 5321 §4.1.2");
                return;
            }
        }
    }

    /// <summary>The sentence for a control character in a command.</summary>
    public static string ControlMessage(byte octet) => octet == (byte)'\r'
        ? "A CR stands alone here: CR and LF may only be sent together, as the end of a line."
        : "A control character has no place in a command.";
}
