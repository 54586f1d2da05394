using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The mail transactions of a conversation. Each item is looked at once, however often one asks and however long it grows.</summary>
sealed class Transactions
{
    // By the first item, which all versions of a conversation share.
    static readonly ConditionalWeakTable<TranscriptItem, Transactions> Known = [];

    readonly List<Transaction> _all = [];

    // Replies come in the order of the commands (RFC 2920 §3.1), perhaps when the next transaction has begun.
    readonly Queue<(Transaction Transaction, int Recipient)> _unanswered = [];
    readonly Queue<Transaction> _lastChunks = [];
    int _seen;

    /// <summary>The transaction of an item; for an item of none, the newest that has content; null where there is none.</summary>
    public static Transaction? Of(Conversation conversation, TranscriptItem? item)
    {
        var known = In(conversation);
        var content = OpenContent(conversation);
        if (item is not null && Belongs(item))
        {
            var open = content is not null && item.Number >= conversation.Items.Count;
            if ((open ? known.Newest : known.At(item.Number)) is { } found && (found.Mail is not null || found.Contents.Count > 0 || content is not null))
            {
                return content is not null && ReferenceEquals(found, known.Newest) && !found.IsOver ? found.With(content) : found;
            }
        }

        return content is not null ? (known.Newest is { IsOver: false } newest ? newest : new Transaction(content.Number)).With(content)
            : known._all.FindLast(transaction => transaction.Contents.Count > 0);
    }

    /// <summary>The transaction that is open behind an item; null where there is none.</summary>
    public static Transaction? OpenAt(Conversation conversation, int number) => In(conversation).At(number);

    Transaction? Newest => _all.Count > 0 ? _all[^1] : null;

    static Transactions In(Conversation conversation)
    {
        if (conversation.Items.Count == 0)
        {
            return new Transactions();
        }

        var known = Known.GetValue(conversation.Items[0], static _ => new Transactions());
        lock (known)
        {
            for (; known._seen < conversation.Items.Count; known._seen++)
            {
                known.Take(conversation.Items[known._seen]);
            }
        }

        return known;
    }

    static TranscriptItem? OpenContent(Conversation conversation)
    {
        for (var open = conversation.Items.Count; open < conversation.Count; open++)
        {
            if (conversation[open].Kind == ItemKind.Content)
            {
                return conversation[open];
            }
        }

        return null;
    }

    static bool Belongs(TranscriptItem item) => item.Kind == ItemKind.Content || item.Entry switch
    {
        Entry.Command { IsAuthAnswer: false, Verb: Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Bdat } => true,
        Entry.Reply { To.Verb: Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Bdat or Verb.EndOfData } => true,
        _ => false,
    };

    // The last that begins at or before an item.
    Transaction? At(int number)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _all[middle].Start <= number ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : _all[low - 1];
    }

    void Take(TranscriptItem item)
    {
        switch (item.Entry)
        {
            case Entry.Command { IsAuthAnswer: false } command:
                Take(item, command.Verb);
                break;
            case Entry.Reply { To.Verb: Verb.Rcpt } when _unanswered.TryDequeue(out var rcpt):
                rcpt.Transaction.Answer(rcpt.Recipient, item);
                break;
            case Entry.Reply { To: { Verb: Verb.Bdat, IsLastChunk: true } } when _lastChunks.TryDequeue(out var chunked):
                chunked.AddFinal(item);
                break;
            case Entry.Reply { To.Verb: Verb.EndOfData } when Newest is { } newest:
                newest.AddFinal(item);
                break;
            default:
                if (item.Kind == ItemKind.Content)
                {
                    Current(item).AddContent(item);
                }

                break;
        }
    }

    void Take(TranscriptItem item, Verb verb)
    {
        switch (verb)
        {
            case Verb.Mail:
                _all.Add(new Transaction(item.Number) { Mail = item });
                break;
            case Verb.Rcpt:
                var current = Current(item);
                _unanswered.Enqueue((current, current.AddRecipient(item)));
                break;
            case Verb.Bdat when item.After.LastSent is { IsLastChunk: true }:
                _lastChunks.Enqueue(Current(item));
                break;
            case Verb.Rset or Verb.Ehlo or Verb.Helo or Verb.Lhlo or Verb.StartTls or Verb.Quit when Newest is { } newest:
                // RFC 5321 §4.1.1.5, §4.1.4; RFC 3207 §4.2.
                newest.IsOver = true;
                break;
        }
    }

    // An excerpt may begin within a transaction.
    Transaction Current(TranscriptItem item)
    {
        if (Newest is not { IsOver: false } newest)
        {
            newest = new Transaction(item.Number);
            _all.Add(newest);
        }

        return newest;
    }
}
