using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Practice;

/// <summary>Plays the client's side of a written conversation against a session and compares every reply with the one written there.</summary>
sealed class PracticeDialogue : IDisposable
{
    public static readonly PracticeCredentials Credentials = PracticeCredentials.Create(new PracticeRandom(1), "us-east-1");

    readonly StringBuilder _replies = new();
    readonly long[] _offsets = [0, 0];
    string _lastReply = "";

    /// <summary>A conversation with a profile's server that has faults, each as it is written.</summary>
    public static PracticeDialogue With(string profile, string[] faults, bool implicitTls = true, PracticeMemory? memory = null)
    {
        Assert.True(PracticeSetup.TryParse(profile, faults, out var setup, out var error), error);
        return new(implicitTls, memory, _ => setup.ToSettings(1));
    }

    public PracticeDialogue(bool implicitTls = true, PracticeMemory? memory = null, Func<PracticeSettings, PracticeSettings>? with = null)
    {
        var settings = new PracticeSettings(PracticeProfiles.Default, Credentials, new VerifiedIdentities(PracticeProfiles.Default.Verified));
        settings = with?.Invoke(settings) ?? settings;
        Session = new PracticeSession(settings, memory ?? new PracticeMemory(64 << 20), new PracticeRandom(2), implicitTls);
        Take(Session.Open());
    }

    public PracticeSession Session { get; }

    public List<PracticeMessage> Accepted { get; } = [];

    /// <summary>What happened, as the judge takes it.</summary>
    public List<ConversationEvent> Events { get; } = [];

    public bool IsClosed { get; private set; }

    public TimeSpan Waited { get; private set; }

    /// <summary>Base64 of a text, as credentials are sent; {user}, {password} and {secret} are the account's.</summary>
    public string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Fill(text)));

    /// <summary>
    /// Plays <c>C:</c> and <c>S:</c> lines; <c>{plain}</c> is a right PLAIN message, <c>{b64:TEXT}</c> base64 with <c>\0</c> and
    /// <c>\n</c> in TEXT understood; an asterisk in an S line is any text. <c>* login</c> authenticates.
    /// </summary>
    public void Play(string conversation)
    {
        foreach (var line in conversation.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line[..2])
            {
                case "C:":
                    NothingIsLeft(line);
                    Send(line.Length > 3 ? line[3..] : "");
                    break;
                case "S:":
                    var reply = NextReplyLine();
                    Assert.Matches("^" + Regex.Escape(line[3..]).Replace("\\*", ".*", StringComparison.Ordinal) + "$", reply);
                    break;
                case "* ":
                    Step(line[2..]);
                    break;
                default:
                    throw new FormatException(line);
            }
        }

        NothingIsLeft("the end");
    }

    /// <summary>Sends a line with CR LF and gives the reply, without its last line ending.</summary>
    public string Send(string line) => SendRaw(Fill(line) + "\r\n");

    /// <summary>Sends exact octets and gives what is answered.</summary>
    public string SendRaw(string octets)
    {
        var before = _replies.Length;
        Happened(Direction.Client, octets);
        Take(Session.Receive(Encoding.Latin1.GetBytes(octets)));
        return _replies.ToString(before, _replies.Length - before).TrimEnd('\r', '\n');
    }

    public void Forget() => _replies.Clear();

    public void LogIn() => Play("* login");

    public void Dispose() => Session.Dispose();

    void Step(string step)
    {
        switch (step)
        {
            case "login":
                Forget();
                Send("EHLO client.example.com");
                Forget();
                Send("AUTH PLAIN {plain}");
                Assert.StartsWith("235 ", NextReplyLine(), StringComparison.Ordinal);
                break;
            case "tls":
                Session.TlsStarted();
                Events.Add(new ConversationEvent.TlsStarted(null, new TlsSession("TLS 1.3", "TLS_AES_256_GCM_SHA384", true, [], [])));
                break;
            case "idle":
                Take(Session.Idle());
                break;
            case "closed":
                Assert.True(IsClosed);
                break;
            case "open":
                Assert.False(IsClosed);
                break;
            default:
                throw new FormatException(step);
        }
    }

    void Take(IReadOnlyList<PracticeAction> actions)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case PracticeAction.Send send:
                    _replies.Append(send.Octets);
                    foreach (var line in send.Octets.Split('\n').SkipLast(1))
                    {
                        Happened(Direction.Server, line + "\n");
                    }

                    break;
                case PracticeAction.Accept(var message):
                    Accepted.Add(message);
                    break;
                case PracticeAction.Wait(var duration):
                    Waited += duration;
                    break;
                case PracticeAction.Close:
                    IsClosed = true;
                    Events.Add(new ConversationEvent.Closed(null, Direction.Server, _lastReply.StartsWith("221 ", StringComparison.Ordinal)));
                    break;
            }
        }
    }

    void Happened(Direction direction, string octets)
    {
        Events.Add(new ConversationEvent.Line(null, new WireLine(direction, _offsets[(int)direction], Encoding.Latin1.GetBytes(octets))));
        _offsets[(int)direction] += octets.Length;
        _lastReply = direction == Direction.Server ? octets : _lastReply;
    }

    string NextReplyLine()
    {
        var text = _replies.ToString();
        var end = text.IndexOf("\r\n", StringComparison.Ordinal);
        Assert.True(end >= 0, "there is no reply");
        _replies.Remove(0, end + 2);
        return text[..end];
    }

    void NothingIsLeft(string before) => Assert.True(_replies.Length == 0, $"unexpected before {before}: {_replies}");

    string Fill(string text) =>
        Regex.Replace(
            text.Replace("{plain}", "{b64:\\0{user}\\0{password}}", StringComparison.Ordinal)
                .Replace("{user}", Session.Credentials.UserName, StringComparison.Ordinal)
                .Replace("{password}", Session.Credentials.Password, StringComparison.Ordinal)
                .Replace("{secret}", Session.Credentials.SecretKey, StringComparison.Ordinal),
            @"\{b64:([^}]*)\}",
            match => Convert.ToBase64String(Encoding.UTF8.GetBytes(
                match.Groups[1].Value.Replace("\\0", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal))));
}
