using System.Net;
using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>
/// Goes once through what a conversation is going to need, on a thread beside the connection that is being opened. The
/// runtime loads code when it runs for the first time; without a rehearsal it would do so between one line and the next.
/// </summary>
static class Rehearsal
{
    // A message as most are, of nobody to nobody.
    static readonly string[] Lines =
    [
        "S: 220 mail.example ESMTP", "C: EHLO client.example", "S: 250-mail.example", "S: 250-PIPELINING", "S: 250-SIZE 1000",
        "S: 250-AUTH PLAIN", "S: 250 8BITMIME", "C: MAIL FROM:<a@client.example>", "S: 250 2.1.0 Ok", "C: RCPT TO:<b@mail.example>",
        "S: 250 2.1.5 Ok", "C: DATA", "S: 354 End data with <CR><LF>.<CR><LF>", "C: From: A <a@client.example>", "C: To: b@mail.example",
        "C: Date: Sun, 22 Nov 2026 09:41:07 +0000", "C: Message-ID: <1@client.example>", "C: Subject: none", "C: ", "C: Nothing.", "C: .",
        "S: 250 2.0.0 Ok: queued as 1", "C: QUIT", "S: 221 2.0.0 Bye",
    ];

    static int _begun;

    /// <summary>Begins, once.</summary>
    public static void Begin()
    {
        TrustStore.Prepare();
        if (Interlocked.Exchange(ref _begun, 1) == 0)
        {
            new Thread(Run) { IsBackground = true, Name = "rehearsal" }.Start();
        }
    }

    static void Run()
    {
        try
        {
            // In the order in which a conversation needs it. This name is answered without a question to the network.
            _ = Dns.GetHostAddressesAsync("localhost");
            TrustStore.Rehearse();
            Converse();
        }
        catch (Exception)
        {
            // Whatever is wrong here, the conversation itself will meet it, and say so.
        }
    }

    static void Converse()
    {
        var printer = new LinePrinter(new StreamOutput(Stream.Null, depth: null), keepSecrets: false, printFailures: false);
        var conversation = new LiveConversation(SessionState.Start(tls: false), TimeProvider.System, [printer, new ReplyWatch()]);
        conversation.Happened(new ConversationEvent.Connecting(conversation.Now, "mail.example", 465));
        conversation.Happened(new ConversationEvent.Connected(conversation.Now, "192.0.2.1", 465));
        conversation.Happened(new ConversationEvent.TlsStarted(conversation.Now, new TlsSession("TLS 1.3", "", true, [], [])));
        foreach (var line in Lines)
        {
            var octets = Encoding.ASCII.GetBytes(line[3..] + "\r\n");
            conversation.Happened(new ConversationEvent.Line(
                conversation.Now, new WireLine(line[0] == 'S' ? Direction.Server : Direction.Client, 0, octets)));
        }

        conversation.Happened(new ConversationEvent.Closed(conversation.Now, Direction.Client, Clean: true));
    }
}
