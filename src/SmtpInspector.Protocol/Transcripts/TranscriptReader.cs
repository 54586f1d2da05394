using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// Makes the events of a file that was found to be a transcript, one by one. A reader is a place in the file: a branch of it reads the
/// same from there on.
/// </summary>
public sealed class TranscriptReader
{
    TranscriptScanner _scanner;
    bool _own;
    long _clientOffset;
    long _serverOffset;

    // A handshake whose certificates are still to come.
    (int Line, ConversationEvent.TlsStarted Event, List<PeerCertificate> Chain)? _tls;

    // What was read to find where the chain ends.
    (int Line, ConversationEvent Event)? _next;

    // The lines of a piece that holds several.
    (TranscriptToken Token, byte[] Octets, IReadOnlyList<LeftOutSecret> LeftOut, int Start)? _piece;

    internal TranscriptReader(TranscriptSource source)
    {
        _scanner = new TranscriptScanner(source);
        _ = _scanner.ReadHeader();
    }

    TranscriptReader(TranscriptReader other)
    {
        _scanner = other._scanner.Branch();
        (_own, _clientOffset, _serverOffset) = (other._own, other._clientOffset, other._serverOffset);
    }

    /// <summary>The line of the file, from 1, on which the event read last stands.</summary>
    public int Line { get; private set; }

    /// <summary>
    /// A sum over what was read, of a file that may change: of two readers that were branches of one, the same at the same place where
    /// they have read the same. 0 for any other file.
    /// </summary>
    public ulong Sum => _scanner.Sum;

    /// <summary>Whether the next event begins with a line of the file, as most do.</summary>
    public bool IsAtLine => _tls is null && _next is null && _piece is null;

    /// <summary>A reader that reads on from here on its own.</summary>
    /// <exception cref="InvalidOperationException">Part of a line of the file is still to be read.</exception>
    public TranscriptReader Branch() => IsAtLine
        ? new TranscriptReader(this) : throw new InvalidOperationException("a reader in the midst of a line has no branch");

    /// <summary>The next event; null at the end of the file.</summary>
    public ConversationEvent? Read()
    {
        if (_next is { } read)
        {
            _next = null;
            return At(read.Line, read.Event);
        }

        if (_piece is not null)
        {
            return At(Line, NextOfPiece());
        }

        while (TranscriptFacts.TryRead(ref _scanner, out var token))
        {
            var meaning = token.Kind == TokenKind.Star
                ? StarLine.Read(token.At, Encoding.UTF8.GetString(token.Text.Span))
                : null;
            if (_tls is { } open)
            {
                if (meaning is StarLine.Meaning.Certificate certificate)
                {
                    open.Chain.Add(certificate.Value);
                    continue;
                }

                _tls = null;
                if (Take(token, meaning) is { } behind)
                {
                    _next = (token.Line, behind);
                }

                return At(open.Line, Complete(open.Event, open.Chain));
            }

            if (Take(token, meaning) is { } happened)
            {
                return At(token.Line, happened);
            }
        }

        if (_tls is { } last)
        {
            _tls = null;
            return At(last.Line, Complete(last.Event, last.Chain));
        }

        return null;
    }

    ConversationEvent At(int line, ConversationEvent happened)
    {
        Line = line;
        return happened;
    }

    static ConversationEvent.TlsStarted Complete(ConversationEvent.TlsStarted started, List<PeerCertificate> chain) =>
        started with { Session = started.Session with { Certificates = chain } };

    // What a line of the file says by itself; null where it says something of what follows.
    ConversationEvent? Take(in TranscriptToken token, StarLine.Meaning? meaning)
    {
        switch (meaning)
        {
            case StarLine.Meaning.Event { Value: ConversationEvent.TlsStarted started }:
                _tls = (token.Line, started, []);
                return null;
            case StarLine.Meaning.Event other:
                return other.Value;
            case StarLine.Meaning.Own:
                _own = true;
                return null;
            case StarLine.Meaning.Certificate:
                // Without a tls line before it there is no handshake it could belong to.
                return null;
        }

        if (token.Kind == TokenKind.Bracketed)
        {
            return new ConversationEvent.Note(token.At, Encoding.UTF8.GetString(token.Text.Span).Trim());
        }

        var (octets, leftOut) = TokenOctets.Of(token);
        _piece = (token, octets, leftOut, 0);
        return NextOfPiece();
    }

    // A piece in percent form may hold several lines; an event holds one at the most.
    ConversationEvent.Line NextOfPiece()
    {
        var (token, octets, leftOut, start) = _piece!.Value;
        var isClient = token.Direction == Direction.Client;
        var lineFeed = octets.AsSpan(start).IndexOf((byte)'\n');
        var end = lineFeed < 0 ? octets.Length : start + lineFeed + 1;
        var line = new ConversationEvent.Line(
            token.At, new WireLine(token.Direction, isClient ? _clientOffset : _serverOffset, octets.AsMemory(start, end - start)), isClient && _own)
        {
            LeftOut = start == 0 && end == octets.Length ? leftOut : Within(leftOut, start, end),
        };
        if (isClient)
        {
            _clientOffset += end - start;
        }
        else
        {
            _serverOffset += end - start;
        }

        _piece = end < octets.Length ? (token, octets, leftOut, end) : null;
        _own &= !isClient || _piece is not null;
        return line;
    }

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
}
