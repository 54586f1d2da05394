using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>What has to be known of a whole file before its first event can be judged.</summary>
/// <param name="HasStartTls">The client says STARTTLS.</param>
/// <param name="HasBeginning">The greeting, or the connection itself, is part of it.</param>
/// <param name="HasTimes">A time is written before at least one line.</param>
/// <param name="WireLines">Lines of either side.</param>
/// <param name="MayLeaveOut">A line of the client's holds what a placeholder for a credential begins with.</param>
/// <param name="HasServer">There is a line of the server's.</param>
readonly record struct TranscriptFacts(bool HasStartTls, bool HasBeginning, bool HasTimes, long WireLines, bool MayLeaveOut, bool HasServer)
{
    /// <summary>Reads the rest of a file, and so finds whatever in it is no transcript.</summary>
    public static TranscriptFacts Read(ref TranscriptScanner scanner)
    {
        var facts = default(TranscriptFacts);
        bool? greeted = null;
        while (TryRead(ref scanner, out var token))
        {
            if (token.At is not null && !facts.HasTimes)
            {
                facts = facts with { HasTimes = true };
            }

            switch (token.Kind)
            {
                case TokenKind.Star when token.Text.Span.StartsWith("connected"u8) || token.Text.Span.StartsWith("connecting"u8):
                    greeted ??= true;
                    break;
                case TokenKind.Text or TokenKind.Octets:
                    facts = facts with { WireLines = facts.WireLines + 1 };
                    if (token.Direction == Direction.Server)
                    {
                        facts = facts.HasServer ? facts : facts with { HasServer = true };

                        // A 220 right behind a first line STARTTLS answers that.
                        greeted ??= facts.WireLines == 1
                            ? !IsContinuation(token.Text.Span)
                            : token.Text.Span.StartsWith("220"u8) && !(facts is { WireLines: 2, HasStartTls: true });
                    }
                    else if (!facts.HasStartTls && Verbs.Of(token.Text.Span) == Verb.StartTls)
                    {
                        facts = facts with { HasStartTls = true };
                    }
                    else if (!facts.MayLeaveOut && token.Text.Span.IndexOf("{secret:"u8) >= 0)
                    {
                        facts = facts with { MayLeaveOut = true };
                    }

                    break;
                default:
                    break;
            }
        }

        return facts with { HasBeginning = greeted ?? false };
    }

    // A first line 250, 334, 354 ... answers a command that is not in the excerpt. Any other may be a greeting, be it a wrong one.
    static bool IsContinuation(ReadOnlySpan<byte> text) => text is [(byte)'2', (byte)'3' or (byte)'5', ..] or [(byte)'3', ..];

    internal static bool TryRead(ref TranscriptScanner scanner, out TranscriptToken token)
    {
        try
        {
            while (scanner.TryRead(out token))
            {
                if (token.Kind == TokenKind.Octets)
                {
                    PercentText.Check(token);
                }

                return true;
            }

            return false;
        }
        catch (TranscriptException) when (scanner.LastLineMayBeCut)
        {
            // A program was killed while it wrote this line: what came before is a valid transcript.
            token = default;
            return false;
        }
    }
}
