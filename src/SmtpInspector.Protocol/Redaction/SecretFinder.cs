using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>
/// Finds the credentials in each line by the state of the protocol, not by a pattern: what was sent in answer to
/// AUTH or 334 is a credential whatever it looks like, and so is its echo in a reply.
/// </summary>
/// <param name="known">
/// The credentials known before: what the user gave in other ways, and those of earlier conversations with the same server.
/// </param>
public sealed class SecretFinder(KnownSecrets known)
{
    static readonly SecretSpan[] None = [];

    readonly List<SecretSpan> _found = [];

    /// <summary>The credentials seen so far.</summary>
    public KnownSecrets Known => known;

    /// <summary>One that knows the same, and learns on its own from here on.</summary>
    public SecretFinder Copy() => new(known.Copy());

    /// <summary>The credentials in a line, in order and not overlapping.</summary>
    /// <param name="state">The state before the line.</param>
    /// <param name="direction">Who sent it.</param>
    /// <param name="content">All octets of the line so far, without its ending.</param>
    /// <param name="isComplete">False while more of the line may follow.</param>
    public IReadOnlyList<SecretSpan> Find(SessionState state, Direction direction, ReadOnlySpan<byte> content, bool isComplete)
    {
        _found.Clear();
        // With an AUTH unanswered, what looks like content by a confused server's replies may be the answer to a challenge;
        // not in a chunk, which the client itself has announced.
        if (direction == Direction.Client
            && (state.Content == ContentMode.None || (state.Content == ContentMode.Data && state.HasUnansweredAuth)))
        {
            FindByState(state, content, isComplete);
        }
        else if (direction == Direction.Client && Verbs.Of(content) == Verb.Auth)
        {
            // A script that is out of step with the server sends its AUTH as content.
            AddInitialResponse(content, 0, isComplete);
        }

        if (!Known.IsEmpty)
        {
            Known.FindIn(content, _found);
        }

        return _found.Count == 0 ? None : SecretSpan.Merge(_found);
    }

    void FindByState(SessionState state, ReadOnlySpan<byte> content, bool isComplete)
    {
        if (state.AwaitsAuthAnswer)
        {
            AddAnswer(state, content, isComplete);
            return;
        }

        var start = content.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (start < 0)
        {
            return;
        }

        var verb = Verbs.Of(content[start..]);
        if (verb == Verb.Auth)
        {
            AddInitialResponse(content, start, isComplete);
        }
        else if (verb == Verb.Unknown && state.HasSeenAuth && MayBeAnswer(content, expected: state.BrokenAuth is not null || state.HasUnansweredAuth))
        {
            // The answer to a challenge that did not come, or has not come yet.
            AddAnswer(state, content, isComplete);
        }
        else if (verb == Verb.Unknown)
        {
            FindByShape(content, isComplete);
        }
    }

    // One word of base64, or right after an exchange any long word, which may be the password itself. A misspelt
    // command stays readable; that a word of eight letters does not harms less than a password that does.
    static bool MayBeAnswer(ReadOnlySpan<byte> content, bool expected)
    {
        content = content.TrimEnd(" \t"u8);
        if (content.ContainsAny((byte)' ', (byte)'\t'))
        {
            return false;
        }

        return (expected && content.Length >= 8)
            || (content.Length >= (expected ? 4 : 8) && content.Length % 4 == 0 && Base64Payload.Decode(content) is not null);
    }

    void AddAnswer(SessionState state, ReadOnlySpan<byte> content, bool isComplete)
    {
        // RFC 4954 §4: a lone "*" cancels, an empty line is an empty answer.
        if (content is [] or [(byte)'*'] or [(byte)'='])
        {
            return;
        }

        Add(content, 0, content.Length, NameOf(state.Auth ?? state.BrokenAuth), isComplete);
    }

    void AddInitialResponse(ReadOnlySpan<byte> content, int start, bool isComplete)
    {
        var mechanismStart = SkipWord(content, start);
        var responseStart = SkipWord(content, mechanismStart);
        var response = content[responseStart..].TrimEnd(" \t"u8);
        var word = content[mechanismStart..responseStart].TrimEnd(" \t"u8);
        if (!AuthSyntax.IsMechanism(word))
        {
            // The name was forgotten, and the credential stands in its place.
            Add(content, mechanismStart, word.Length, NameOfShape(word) ?? "answer", isComplete);
        }

        // RFC 4954 §4: "=" stands for an empty initial response.
        if (response is not [] and not [(byte)'='])
        {
            var mechanism = System.Text.Encoding.ASCII.GetString(word).ToUpperInvariant();
            Add(content, responseStart, response.Length, NameOf(new AuthExchange(mechanism, HadInitialResponse: false, Answers: 0)), isComplete);
        }
    }

    // A misspelt AUTH or a credential on a line of its own: any word that decodes to the shape of PLAIN or of a bearer token.
    void FindByShape(ReadOnlySpan<byte> content, bool isComplete)
    {
        for (var start = 0; start < content.Length;)
        {
            var end = SkipWord(content, start);
            var word = content[start..end].TrimEnd(" \t"u8);
            if (NameOfShape(word) is { } name)
            {
                Add(content, start, word.Length, name, isComplete);
            }

            start = end;
        }
    }

    static string? NameOfShape(ReadOnlySpan<byte> word) => word.Length < 8 || Base64Payload.Decode(word) is not { } decoded ? null
        : decoded.AsSpan().Count((byte)0) == 2 ? "plain"
        : decoded.AsSpan().IndexOf("auth=Bearer "u8) >= 0 ? "token"
        : null;

    void Add(ReadOnlySpan<byte> content, int start, int length, string name, bool isComplete)
    {
        _found.Add(new SecretSpan(start, length, name));
        if (isComplete)
        {
            Known.AddPayload(content.Slice(start, length), name);
        }
    }

    static int SkipWord(ReadOnlySpan<byte> content, int start)
    {
        var position = start;
        while (position < content.Length && content[position] is not ((byte)' ' or (byte)'\t'))
        {
            position++;
        }

        while (position < content.Length && content[position] is (byte)' ' or (byte)'\t')
        {
            position++;
        }

        return position;
    }

    static string NameOf(AuthExchange? auth) => auth?.Mechanism switch
    {
        "PLAIN" => "plain",
        "LOGIN" => auth.HadInitialResponse != (auth.Answers == 0) ? "login-user" : "login-password",
        "CRAM-MD5" => "cram-md5",
        "XOAUTH2" => "xoauth2",
        "OAUTHBEARER" => "token",
        { } name when name.StartsWith("SCRAM-", StringComparison.Ordinal) => "scram",
        _ => "answer",
    };
}
