using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Json;

/// <summary>An entry as one line of JSON, with the fields that scripts rely on.</summary>
sealed class EntryJson(bool keepSecrets)
{
    // Angle brackets as themselves: this goes to a terminal or a program, never into a web page.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    readonly ArrayBufferWriter<byte> _buffer = new(1024);
    readonly ArrayBufferWriter<byte> _safe = new(256);
    Utf8JsonWriter? _writer;

    /// <summary>The line, its LF included. False for an entry that has no event of its own. Good until the next call.</summary>
    public bool TryRender(Entry entry, out ReadOnlyMemory<byte> line)
    {
        _buffer.ResetWrittenCount();
        var json = _writer ??= new Utf8JsonWriter(_buffer, Options);
        json.Reset();
        json.WriteStartObject();
        if (!TryWrite(json, entry))
        {
            line = default;
            return false;
        }

        json.WriteEndObject();
        json.Flush();
        line = WithoutFormatCharacters();
        return true;
    }

    bool TryWrite(Utf8JsonWriter json, Entry entry)
    {
        switch (entry)
        {
            case Entry.Connecting e:
                Begin(json, "connecting", e);
                json.WriteString("host"u8, e.Host);
                json.WriteNumber("port"u8, e.Port);
                return true;
            case Entry.Connected e:
                Begin(json, "connected", e);
                json.WriteString("address"u8, e.Address);
                json.WriteNumber("port"u8, e.Port);
                return true;
            case Entry.Tls e:
                WriteTls(json, e);
                return true;
            case Entry.Reply e:
                WriteReply(json, e);
                return true;
            case Entry.Command e:
                WriteCommand(json, e);
                return true;
            case Entry.Data e:
                Begin(json, "data", e);
                json.WriteNumber("bytes"u8, e.Bytes);
                json.WriteNumber("lines"u8, e.Lines);
                WriteFindings(json, e.Findings);
                return true;
            case Entry.Note e:
                WriteNote(json, e, e.Text);
                return true;
            case Entry.Injected e:
                WriteNote(json, e, "plaintext before the TLS handshake, not believed: " + Encoding.UTF8.GetString(Redact(e.Wire.Content, e.Secrets).Span));
                return true;
            case Entry.Closed e:
                Begin(json, "closed", e);
                json.WriteString("by"u8, e.By == Direction.Client ? "client"u8 : "server"u8);
                json.WriteBoolean("clean"u8, e.Clean);
                WriteFindings(json, e.Findings);
                return true;
            case Entry.Failed e:
                Begin(json, "error", e);
                json.WriteString("kind"u8, TranscriptWriter.KindOf(e.Kind));
                json.WriteString("message"u8, e.Message);
                return true;
            case Entry.Steered e:
                WriteNote(json, e, e.Kind switch
                {
                    SteeringKind.Wait => FormattableString.Invariant($"wait {e.Duration.TotalSeconds:0.###}"),
                    SteeringKind.NoWait => "no-wait",
                    SteeringKind.HalfClose => "half-close",
                    SteeringKind.Close => "close",
                });
                return true;
            default:
                return false;
        }
    }

    static void WriteNote(Utf8JsonWriter json, Entry entry, string text)
    {
        Begin(json, "note", entry);
        json.WriteString("text"u8, text);
        WriteFindings(json, entry.Findings);
    }

    static void WriteTls(Utf8JsonWriter json, Entry.Tls tls)
    {
        Begin(json, "tls", tls);
        json.WriteString("protocol"u8, tls.Session.Protocol);
        json.WriteString("cipher"u8, tls.Session.Cipher);
        if (tls.Session.Verified is { } verified)
        {
            json.WriteBoolean("verified"u8, verified);
        }
        else
        {
            json.WriteNull("verified"u8);
        }

        json.WriteStartArray("problems"u8);
        foreach (var problem in tls.Session.Problems)
        {
            json.WriteStringValue(problem);
        }

        json.WriteEndArray();
        json.WriteStartArray("certificates"u8);
        foreach (var certificate in tls.Session.Certificates)
        {
            json.WriteStartObject();
            json.WriteString("subject"u8, certificate.Subject);
            json.WriteString("issuer"u8, certificate.Issuer);
            json.WriteStartArray("names"u8);
            foreach (var name in certificate.Names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            WriteMoment(json, "notBefore"u8, certificate.NotBefore);
            WriteMoment(json, "notAfter"u8, certificate.NotAfter);
            json.WriteString("sha256"u8, certificate.Sha256);
            if (certificate.Key is { } key)
            {
                json.WriteString("key"u8, key);
            }

            if (certificate.Signature is { } signature)
            {
                json.WriteString("signature"u8, signature);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    void WriteReply(Utf8JsonWriter json, Entry.Reply entry)
    {
        var reply = entry.Value;
        Begin(json, "reply", entry);

        // Between two times as they are written, so that what is shown of a saved conversation says the same.
        WriteSeconds(json, "seconds"u8, ToMilliseconds(entry.At) - ToMilliseconds(entry.To?.At));
        if (reply.Code is { } code)
        {
            json.WriteNumber("code"u8, code);
        }
        else
        {
            json.WriteNull("code"u8);
        }

        WriteCodes(json, reply);
        if (reply.Enhanced is { } enhanced)
        {
            json.WriteString("enhanced"u8, enhanced.ToString());
        }
        else
        {
            json.WriteNull("enhanced"u8);
        }

        json.WriteStartArray("lines"u8);
        var isUtf8 = true;
        for (var i = 0; i < reply.Lines.Count; i++)
        {
            var line = reply.Lines[i];
            var content = Redact(line.Wire.Content, i < entry.Secrets.Count ? entry.Secrets[i] : []);
            isUtf8 &= Utf8.IsValid(content.Span);
            WriteText(json, (line.Code is null ? content : content.Length > 4 ? content[4..] : default).Span);
        }

        json.WriteEndArray();
        if (!isUtf8)
        {
            var bytes = new ArrayBufferWriter<byte>();
            for (var i = 0; i < reply.Lines.Count; i++)
            {
                bytes.Write(Redact(reply.Lines[i].Wire.Bytes, i < entry.Secrets.Count ? entry.Secrets[i] : []).Span);
            }

            json.WriteBase64String("bytes"u8, bytes.WrittenSpan);
        }

        if (entry.To is { } to)
        {
            json.WriteString("to"u8, to.Name);
        }
        else
        {
            json.WriteNull("to"u8);
        }

        json.WriteString("class"u8, ClassOf(reply.Class));
        json.WriteBoolean("listed"u8, entry.Listed);
        WriteFindings(json, entry.Findings);
    }

    static void WriteCodes(Utf8JsonWriter json, Reply reply)
    {
        var first = reply.Lines[0].Code;
        var differ = false;
        foreach (var line in reply.Lines)
        {
            differ |= line.Code != first;
        }

        if (!differ)
        {
            return;
        }

        json.WriteStartArray("codes"u8);
        foreach (var line in reply.Lines)
        {
            if (line.Code is { } code)
            {
                json.WriteNumberValue(code);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    void WriteCommand(Utf8JsonWriter json, Entry.Command entry)
    {
        var content = Redact(entry.Wire.Content, entry.Secrets);
        Begin(json, "command", entry);
        json.WriteString("verb"u8, entry.Name);
        json.WritePropertyName("text"u8);
        WriteText(json, content.Span);
        if (!Utf8.IsValid(content.Span))
        {
            json.WriteBase64String("bytes"u8, Redact(entry.Wire.Bytes, entry.Secrets).Span);
        }

        json.WriteBoolean("own"u8, entry.Own);
        WriteFindings(json, entry.Findings);
    }

    ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> bytes, IReadOnlyList<SecretSpan> secrets) =>
        keepSecrets ? bytes : Redactor.Redact(bytes, secrets);

    // Octets that are not UTF-8 become U+FFFD in the text.
    static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            json.WriteStringValue(text);
        }
        else
        {
            json.WriteStringValue(Encoding.UTF8.GetString(text));
        }
    }

    static void Begin(Utf8JsonWriter json, string name, Entry entry)
    {
        json.WriteString("event"u8, name);
        WriteSeconds(json, "at"u8, entry.At);
    }

    static void WriteSeconds(Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan? time)
    {
        if (time is { } known)
        {
            // Three places always, whatever precision the time came with.
            json.WriteNumber(name, Math.Round((decimal)known.Ticks / TimeSpan.TicksPerSecond, 3) + 0.000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static TimeSpan? ToMilliseconds(TimeSpan? time) => time is { } known ? TimeSpan.FromMilliseconds(Math.Round(known.TotalMilliseconds)) : null;

    static void WriteMoment(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json.WriteString(name, known.UtcDateTime);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, finding.Rule);
            json.WriteString("severity"u8, SeverityOf(finding.Severity));
            json.WriteString("message"u8, finding.Message);
            json.WriteString("reference"u8, finding.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static string ClassOf(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => "success",
        ReplyClass.Intermediate => "intermediate",
        ReplyClass.Transient => "transient",
        ReplyClass.Permanent => "permanent",
        ReplyClass.Invalid => "invalid",
    };

    static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
    };

    // What reorders or hides text on a terminal is escaped too; the encoder leaves it as it is.
    ReadOnlyMemory<byte> WithoutFormatCharacters()
    {
        var written = _buffer.WrittenMemory;
        if (Ascii.IsValid(written.Span))
        {
            _buffer.Write("\n"u8);
            return _buffer.WrittenMemory;
        }

        _safe.ResetWrittenCount();
        Span<char> units = stackalloc char[2];
        for (var rest = written.Span; !rest.IsEmpty;)
        {
            _ = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control)
            {
                foreach (var unit in units[..rune.EncodeToUtf16(units)])
                {
                    _safe.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"\\u{(int)unit:X4}")));
                }
            }
            else
            {
                _safe.Write(rest[..length]);
            }

            rest = rest[length..];
        }

        _safe.Write("\n"u8);
        return _safe.WrittenMemory;
    }
}
