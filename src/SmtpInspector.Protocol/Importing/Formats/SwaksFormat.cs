using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What swaks prints: <c>-></c> and <c>&lt;-</c>, with a tilde inside TLS and stars where it is not content;
/// <c>===</c> for what it says, <c>***</c> for what went wrong.
/// </summary>
static partial class SwaksFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "swaks",
        "swaks",
        "swaks ... > FILE 2>&1; credentials may be shown or hidden (-ahp), as base64 or in clear (-apt)",
        ShownEndings.None,
        static text => text.Lines.Any(static line => Signature().IsMatch(line.Head)),
        static (text, builder) =>
        {
            if (text.Lines.Any(static line => Marks().IsMatch(line.Head)))
            {
                Read(text, builder);
            }
            else
            {
                UnmarkedReader.Read(text, builder, new WithoutHints());
            }
        });

    static void Read(LogText text, RecordingBuilder builder)
    {
        var handshake = new Handshake();
        var auth = new ShownCredentials();
        builder.Current.ShowsTls = true;
        foreach (var line in text.Lines)
        {
            var mark = Marks().Match(line.Head);
            if (mark.Success)
            {
                if (handshake.Take() is { } tls)
                {
                    builder.Event(tls);
                }

                var direction = mark.Groups["server"].Success ? Direction.Server : Direction.Client;
                builder.Line(direction, auth.Encoded(direction, line.From(mark.Length), builder));
            }
            else if (!Said(line, handshake, builder) && line.Bytes.Length > 0)
            {
                builder.Other();
            }
        }
    }

    // Whether what swaks says of the conversation stands in the transcript too.
    static bool Said(LogLine line, Handshake handshake, RecordingBuilder builder)
    {
        var said = Information().Match(line.Head);
        var value = said.Groups["value"].Value;
        switch (said.Success ? said.Groups["name"].Value : "")
        {
            case "=== Trying ":
                _ = builder.Begin();
                builder.Current.ShowsTls = true;
                builder.Current.Peer = value.EndsWith("...", StringComparison.Ordinal) ? value[..^3] : value;
                return true;
            case "=== Connected to ":
                return true;
            case "=== TLS started with cipher ":
                var colon = value.IndexOf(':', StringComparison.Ordinal);
                handshake.IsMade = true;
                (handshake.Protocol, handshake.Cipher) = colon < 0 ? (null, value) : (value[..colon], value[(colon + 1)..].Split(':')[0]);
                return true;
            case "=== TLS peer DN=":
                handshake.Subject = value.Trim('"');
                return true;
            case "=== TLS peer[0]   subject=":
                handshake.Subject = value.Trim('[', ']');
                return true;
            case "=== TLS peer certificate failed ":
                handshake.Problem($"failed {value}");
                return true;
            case "=== TLS peer certificate passed ":
                handshake.Verified ??= true;
                return true;
            case "=== Connection closed with remote host.":
                builder.Closed(Direction.Client);
                return true;
            case "*** Remote host closed connection unexpectedly.":
                builder.Closed(Direction.Server);
                return true;
            case "=== Dropping connection":
                builder.Closed(Direction.Client);
                return true;
            case "*** Error connecting to ":
                builder.Event(new ConversationEvent.Failed(null, FailureKind.Connect, line.WordsFrom(4)));
                return true;
            case "*** TLS startup failed":
                builder.Event(new ConversationEvent.Failed(null, FailureKind.Tls, line.WordsFrom(4)));
                return true;
            case "*** ":
                builder.Note($"swaks: {line.WordsFrom(4)}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>What swaks prints with <c>--no-hints</c>: the lines alone; with <c>--no-info-hints</c> its own have no mark either.</summary>
    sealed class WithoutHints : ITerminalProgram
    {
        readonly Handshake _handshake = new();

        public bool Takes(LogLine line, RecordingBuilder builder)
        {
            if (!OwnWords().IsMatch(line.Head))
            {
                return false;
            }

            var said = line.StartsWith("===") || line.StartsWith("***") ? line : new LogLine(line.Number, (byte[])[.. "=== "u8, .. line.Bytes.Span], line.HasReturn);
            // Words of its own either way: what it says of the connection is kept, the rest is no line of the conversation.
            _ = Said(said, _handshake, builder);
            return true;
        }

        public bool Accepts(Direction direction, LogLine line, RecordingBuilder builder)
        {
            builder.Current.ShowsTls = true;
            if (_handshake.Take() is { } tls)
            {
                builder.Event(tls);
            }

            return true;
        }
    }

    [GeneratedRegex(@"^((=== |\*\*\* ).*|Trying \S+:\d+\.\.\.|Connected to \S+\.|TLS (started with cipher|no local certificate set|local certificate|peer ).*|Connection closed with remote host\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@"^((?<server><(-\ |~\ |\*\*|~\*)\ )|(?<client>(\ ->|\ ~>|\*\*>|\*~>)(\ |$)))", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(TLS started with cipher \S+:\S+:\d+|=== (Trying \S+\.\.\.|Connected to .*\.|TLS started with cipher .*)|<(- |~ |\*\*|~\*) [2-5]\d\d([ -].*)?|( ->|\*\*>| ~>|\*~>) (EHLO|HELO|LHLO|QUIT).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex("""
        ^(?<name>===\ Trying\ |===\ Connected\ to\ |===\ TLS\ started\ with\ cipher\ |===\ TLS\ peer\ DN=|===\ TLS\ peer\[0\]\ \ \ subject=|===\ TLS\ peer\ certificate\ (failed|passed)\ |===\ Connection\ closed\ with\ remote\ host\.
        |===\ Dropping\ connection|\*\*\*\ Remote\ host\ closed\ connection\ unexpectedly\.|\*\*\*\ Error\ connecting\ to\ |\*\*\*\ TLS\ startup\ failed|\*\*\*\ )(?<value>.*)$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Information();
}
