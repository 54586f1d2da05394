using System.Buffers;
using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// Writes events as the lines of a transcript, each event's lines whole, so that a file appended to event by event
/// is valid after each.
/// </summary>
public sealed class TranscriptWriter
{
    ContentTracker _content;
    readonly bool[] _inPieces = new bool[2];

    /// <summary>Appends what stands for an event, without the credentials in it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="secrets">The credentials in its line, in order; empty where they are to be kept.</param>
    /// <param name="output">Receives UTF-8 text, lines ended by LF.</param>
    public void Write(ConversationEvent happened, IReadOnlyList<SecretSpan> secrets, IBufferWriter<byte> output)
    {
        switch (happened)
        {
            case ConversationEvent.Line line:
                WriteLine(line, secrets, output);
                break;
            case ConversationEvent.TlsStarted tls:
                Star(output, tls.At, TlsText(tls.Session));
                foreach (var certificate in tls.Session.Certificates)
                {
                    Star(output, tls.At, CertificateText(certificate));
                }

                break;
            default:
                Star(output, happened.At, TextOf(happened));
                break;
        }
    }

    void WriteLine(ConversationEvent.Line line, IReadOnlyList<SecretSpan> secrets, IBufferWriter<byte> output)
    {
        if (line.Own && line.Wire.Direction == Direction.Client)
        {
            Star(output, null, "own");
        }

        var content = line.Wire.Content;
        var isWhole = !_inPieces[(int)line.Wire.Direction];
        var plain = isWhole && line.Wire.Ending == LineEnding.CrLf && CanBePlain(line, content.Span);
        output.Write(line.Wire.Direction == Direction.Client ? "C"u8 : "S"u8);
        output.Write(plain ? ":"u8 : "%:"u8);
        if (line.At is { } at)
        {
            output.Write(" "u8);
            output.Write(Encoding.ASCII.GetBytes(TranscriptTime.Render(at)));
        }

        var bytes = plain ? content : line.Wire.Bytes;
        if (!bytes.IsEmpty)
        {
            output.Write(" "u8);
            WriteOctets(bytes, plain, secrets, line.LeftOut, line.At is null, output);
        }

        output.Write("\n"u8);
        _inPieces[(int)line.Wire.Direction] = !line.Wire.IsComplete;
        if (line.Wire.Ending == LineEnding.CrLf)
        {
            // Also for the last piece of several: so does the reader, who sees no more of it.
            _content.Take(line.Wire.Direction, content.Span);
        }
    }

    static void WriteOctets(
        ReadOnlyMemory<byte> bytes,
        bool plain,
        IReadOnlyList<SecretSpan> secrets,
        IReadOnlyList<LeftOutSecret> leftOut,
        bool withoutTime,
        IBufferWriter<byte> output)
    {
        var position = 0;
        foreach (var secret in secrets)
        {
            Piece(bytes.Span[position..secret.Start], position);
            output.Write(Encoding.UTF8.GetBytes(Redactor.Placeholder(secret.Name)));
            position = Math.Min(secret.End, bytes.Length);
        }

        Piece(bytes.Span[position..], position);

        void Piece(ReadOnlySpan<byte> piece, int offset)
        {
            if (plain)
            {
                output.Write(piece);
                return;
            }

            // Without a time before it, a bracket at the start would be read as one.
            if (withoutTime && offset == 0 && piece is [(byte)'[', ..])
            {
                output.Write("%5B"u8);
                piece = piece[1..];
                offset = 1;
            }

            for (var brace = LiteralPlaceholder(piece, offset, leftOut); brace >= 0; brace = LiteralPlaceholder(piece, offset, leftOut))
            {
                PercentText.Encode(piece[..brace], output);
                output.Write("%7B"u8);
                offset += brace + 1;
                piece = piece[(brace + 1)..];
            }

            PercentText.Encode(piece, output);
        }
    }

    bool CanBePlain(ConversationEvent.Line line, ReadOnlySpan<byte> content)
    {
        var inContent = _content.InContent && line.Wire.Direction == Direction.Client;
        return PlainText.CanHold(content)
            && LiteralPlaceholder(content, 0, line.LeftOut) < 0
            && (inContent || content is not [(byte)'<', ..] && !content.StartsWith("‹"u8))
            && (line.At is not null || content is not [(byte)'[', ..]);
    }

    // Where a "{secret:" stands that is no placeholder but went over the wire; -1 where none does.
    static int LiteralPlaceholder(ReadOnlySpan<byte> piece, int offset, IReadOnlyList<LeftOutSecret> leftOut)
    {
        for (var from = 0; from < piece.Length;)
        {
            var at = piece[from..].IndexOf("{secret:"u8);
            if (at < 0)
            {
                return -1;
            }

            if (!IsLeftOut(offset + from + at, leftOut))
            {
                return from + at;
            }

            from += at + 1;
        }

        return -1;
    }

    static bool IsLeftOut(int position, IReadOnlyList<LeftOutSecret> leftOut)
    {
        foreach (var secret in leftOut)
        {
            if (secret.Start == position)
            {
                return true;
            }
        }

        return false;
    }

    static string TextOf(ConversationEvent happened) => happened switch
    {
        ConversationEvent.Connecting e => Invariant($"connecting host={StarValues.Quote(e.Host)} port={e.Port}"),
        ConversationEvent.Connected e => Invariant($"connected address={StarValues.Quote(Address(e))}"),
        ConversationEvent.Closed e => Invariant($"closed by={(e.By == Direction.Client ? "client" : "server")} clean={(e.Clean ? "yes" : "no")}"),
        ConversationEvent.Failed e => Invariant($"error kind={KindOf(e.Kind)} message={StarValues.Quote(e.Message)}"),
        ConversationEvent.Note e => NoteText(StarValues.OneLine(e.Text)),
        ConversationEvent.Steered e => e.Kind switch
        {
            SteeringKind.Wait => Invariant($"wait {e.Duration.TotalSeconds:0.###}"),
            SteeringKind.NoWait => "no-wait",
            SteeringKind.HalfClose => "half-close",
            SteeringKind.Close => "close",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    // A note whose words would be read as an event must not become one.
    static string NoteText(string text) => StarLine.Read(null, text) is StarLine.Meaning.Event { Value: ConversationEvent.Note } ? text : $"note: {text}";

    static string Address(ConversationEvent.Connected e) => e.Port == 0
        ? e.Address
        : e.Address.Contains(':', StringComparison.Ordinal) ? Invariant($"[{e.Address}]:{e.Port}") : Invariant($"{e.Address}:{e.Port}");

    /// <summary>A kind of failure as JSON and transcripts write it.</summary>
    public static string KindOf(FailureKind kind) => kind switch
    {
        FailureKind.Connect => "connect",
        FailureKind.Tls => "tls",
        FailureKind.Timeout => "timeout",
        FailureKind.Closed => "closed",
        FailureKind.Transcript => "transcript",
    };

    /// <summary>The kind of that name, in any case; null for a name that is none.</summary>
    public static FailureKind? KindNamed(string? name)
    {
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            if (KindOf(kind).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    static string TlsText(TlsSession session)
    {
        var text = new StringBuilder("tls protocol=").Append(StarValues.Quote(session.Protocol))
            .Append(" cipher=").Append(StarValues.Quote(session.Cipher));
        if (session.Verified is { } verified)
        {
            text.Append(" verified=").Append(verified ? "yes" : "no");
        }

        foreach (var problem in session.Problems)
        {
            text.Append(" problem=").Append(StarValues.Quote(problem));
        }

        return text.ToString();
    }

    static string CertificateText(PeerCertificate certificate)
    {
        var text = new StringBuilder("certificate subject=").Append(StarValues.Quote(certificate.Subject))
            .Append(" issuer=").Append(StarValues.Quote(certificate.Issuer));
        Add("names", certificate.Names.Count == 0 ? null : string.Join(',', certificate.Names));
        Add("not-before", Moment(certificate.NotBefore));
        Add("not-after", Moment(certificate.NotAfter));
        text.Append(" sha256=").Append(StarValues.Quote(certificate.Sha256));
        Add("key", certificate.Key);
        Add("signature", certificate.Signature);
        return text.ToString();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(' ').Append(key).Append('=').Append(StarValues.Quote(value));
            }
        }
    }

    static string? Moment(DateTimeOffset? moment) =>
        moment?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static void Star(IBufferWriter<byte> output, TimeSpan? at, string text)
    {
        output.Write("* "u8);
        if (at is { } time)
        {
            output.Write(Encoding.ASCII.GetBytes(TranscriptTime.Render(time)));
            output.Write(" "u8);
        }

        output.Write(Encoding.UTF8.GetBytes(text));
        output.Write("\n"u8);
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
