using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The mail transaction that an item belongs to: its envelope, the items that carry its content, the final replies.</summary>
sealed class Transaction
{
    // Recipients beyond these are only counted: nobody reads more.
    const int MostRecipients = 100;

    // Where the newest content stands, by the items there are: looked for once, not in each frame.
    static readonly ConditionalWeakTable<Log<TranscriptItem>, StrongBox<int>> Newest = [];

    readonly List<TranscriptItem> _contents = [];
    readonly List<Recipient> _recipients = [];
    readonly List<TranscriptItem> _finals = [];

    /// <summary>A recipient and the reply to it; null while there is none.</summary>
    public readonly record struct Recipient(TranscriptItem Command, TranscriptItem? Reply);

    /// <summary>The MAIL command; null where the conversation does not show it.</summary>
    public TranscriptItem? Mail { get; private set; }

    /// <summary>Its recipients in order, the first of many.</summary>
    public IReadOnlyList<Recipient> Recipients => _recipients;

    /// <summary>How many recipients there are.</summary>
    public int RecipientCount { get; private set; }

    /// <summary>The content of DATA, or the chunks of BDAT; empty while there is none.</summary>
    public IReadOnlyList<TranscriptItem> Contents => _contents;

    /// <summary>What the server said of the message: one reply, or in LMTP one for each recipient.</summary>
    public IReadOnlyList<TranscriptItem> Finals => _finals;

    /// <summary>The transaction of an item; for an item of none, the newest that has content; null where there is none.</summary>
    public static Transaction? Of(Conversation conversation, TranscriptItem? item)
    {
        if (item is not null && Belongs(item) && FindMail(conversation, item.Number) is var start && Holds(conversation, start, item.Number))
        {
            return Read(conversation, start);
        }

        var newest = NewestContent(conversation);
        return newest < 0 ? null : Read(conversation, FindMail(conversation, newest));
    }

    /// <summary>The transaction that is open behind an item: that of the last MAIL before it.</summary>
    public static Transaction OpenAt(Conversation conversation, int number) => Read(conversation, FindMail(conversation, number));

    static bool Belongs(TranscriptItem item) => item.Kind == ItemKind.Content || item.Entry switch
    {
        Entry.Command { IsAuthAnswer: false, Verb: Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Bdat } => true,
        Entry.Reply { To.Verb: Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Bdat or Verb.EndOfData } => true,
        _ => false,
    };

    // Without a MAIL before it, only content makes a message; an RCPT alone begins none.
    static bool Holds(Conversation conversation, int start, int number) =>
        conversation[number].Kind == ItemKind.Content || Opens(conversation[start]) || Read(conversation, start).Contents.Count > 0;

    static bool Opens(TranscriptItem item) => item.Entry is Entry.Command { Verb: Verb.Mail, IsAuthAnswer: false };

    // The nearest MAIL at or before an item; the beginning of the conversation where there is none.
    static int FindMail(Conversation conversation, int number)
    {
        while (number > 0 && !Opens(conversation[number]))
        {
            number--;
        }

        return number;
    }

    static int NewestContent(Conversation conversation)
    {
        for (var open = conversation.Count - 1; open >= conversation.Items.Count; open--)
        {
            if (conversation[open].Kind == ItemKind.Content)
            {
                return open;
            }
        }

        return Newest.GetValue(conversation.Items, static items =>
        {
            var index = items.Count - 1;
            while (index >= 0 && items[index].Kind != ItemKind.Content)
            {
                index--;
            }

            return new StrongBox<int>(index);
        }).Value;
    }

    static Transaction Read(Conversation conversation, int start)
    {
        var found = new Transaction();
        var answered = 0;
        for (var i = start; i < conversation.Count && !found.IsOver(conversation[i], i > start); i++)
        {
            var item = conversation[i];
            switch (item.Entry)
            {
                case Entry.Command { Verb: Verb.Mail }:
                    found.Mail = item;
                    break;
                case Entry.Command { Verb: Verb.Rcpt, IsAuthAnswer: false }:
                    found.Add(item);
                    break;
                case Entry.Reply { To.Verb: Verb.Rcpt } when answered < found._recipients.Count:
                    // Replies come in the order of the commands.
                    found._recipients[answered] = found._recipients[answered] with { Reply = item };
                    answered++;
                    break;
                case Entry.Reply { To: { Verb: Verb.EndOfData } or { Verb: Verb.Bdat, IsLastChunk: true } }:
                    found._finals.Add(item);
                    break;
                default:
                    if (item.Kind == ItemKind.Content)
                    {
                        found._contents.Add(item);
                    }

                    break;
            }
        }

        return found;
    }

    void Add(TranscriptItem rcpt)
    {
        RecipientCount++;
        if (_recipients.Count < MostRecipients)
        {
            _recipients.Add(new Recipient(rcpt, null));
        }
    }

    // Commands that end a transaction, or show that it has ended. RFC 5321 §4.1.1.5, §4.1.4; RFC 3207 §4.2.
    bool IsOver(TranscriptItem item, bool isBehind) => isBehind
        && item.Entry is Entry.Command { IsAuthAnswer: false, Verb: Verb.Mail or Verb.Rset or Verb.Ehlo or Verb.Helo or Verb.Lhlo or Verb.StartTls or Verb.Quit }
        && (Mail is not null || _contents.Count > 0);
}
