using System.Collections;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The events of a file that was found to be a transcript, made one by one.</summary>
sealed class TranscriptEvents(ReadOnlyMemory<byte> file) : IEnumerable<(int Line, ConversationEvent Event)>
{
    public IEnumerator<(int Line, ConversationEvent Event)> GetEnumerator()
    {
        var source = new TokenSource(file);
        var own = false;
        long clientOffset = 0;
        long serverOffset = 0;
        (int Line, ConversationEvent.TlsStarted Event, List<PeerCertificate> Chain)? tls = null;
        while (source.TryRead(out var token))
        {
            var meaning = token.Kind == TokenKind.Star
                ? StarLine.Read(token.At, Encoding.UTF8.GetString(token.Text.Span))
                : null;
            if (tls is { } open)
            {
                if (meaning is StarLine.Meaning.Certificate certificate)
                {
                    open.Chain.Add(certificate.Value);
                    continue;
                }

                yield return (open.Line, open.Event with { Session = open.Event.Session with { Certificates = open.Chain } });
                tls = null;
            }

            switch (meaning)
            {
                case StarLine.Meaning.Event { Value: ConversationEvent.TlsStarted started }:
                    tls = (token.Line, started, []);
                    continue;
                case StarLine.Meaning.Event other:
                    yield return (token.Line, other.Value);
                    continue;
                case StarLine.Meaning.Own:
                    own = true;
                    continue;
                case StarLine.Meaning.Certificate:
                    // Without a tls line before it there is no handshake it could belong to.
                    continue;
            }

            if (token.Kind == TokenKind.Bracketed)
            {
                yield return (token.Line, new ConversationEvent.Note(token.At, Encoding.UTF8.GetString(token.Text.Span).Trim()));
                continue;
            }

            var isClient = token.Direction == Direction.Client;
            var (octets, leftOut) = TokenOctets.Of(token);
            for (var start = 0; start < octets.Length || start == 0;)
            {
                // A piece in percent form may hold several lines; an event holds one at the most.
                var lineFeed = octets.AsSpan(start).IndexOf((byte)'\n');
                var end = lineFeed < 0 ? octets.Length : start + lineFeed + 1;
                var wire = new WireLine(token.Direction, isClient ? clientOffset : serverOffset, octets.AsMemory(start, end - start));
                yield return (token.Line, new ConversationEvent.Line(token.At, wire, isClient && own)
                {
                    LeftOut = start == 0 && end == octets.Length ? leftOut : Within(leftOut, start, end),
                });
                (clientOffset, serverOffset) = isClient
                    ? (clientOffset + end - start, serverOffset)
                    : (clientOffset, serverOffset + end - start);
                start = end;
                if (octets.Length == 0)
                {
                    break;
                }
            }

            own &= !isClient;
        }

        if (tls is { } last)
        {
            yield return (last.Line, last.Event with { Session = last.Event.Session with { Certificates = last.Chain } });
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static List<LeftOutSecret> Within(IReadOnlyList<LeftOutSecret> leftOut, int start, int end)
    {
        var within = new List<LeftOutSecret>();
        foreach (var secret in leftOut)
        {
            if (secret.Start >= start && secret.Start + secret.Length <= end)
            {
                within.Add(secret with { Start = secret.Start - start });
            }
        }

        return within;
    }

    // The scanner is a struct that an iterator could not keep by reference.
    sealed class TokenSource
    {
        TranscriptScanner _scanner;

        public TokenSource(ReadOnlyMemory<byte> file)
        {
            _scanner = new TranscriptScanner(file);
            _ = _scanner.ReadHeader();
        }

        public bool TryRead(out TranscriptToken token) => TranscriptFacts.TryRead(ref _scanner, out token);
    }
}
