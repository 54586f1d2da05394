using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>
/// The mail transactions of a conversation. Where each begins the conversation knows; one is put together when it is asked for, of those
/// items alone that have a part in it.
/// </summary>
sealed class Transactions
{
    // The one on the screen and those asked for before it.
    const int Most = 8;

    static readonly ConditionalWeakTable<object, Transactions> Known = [];

    // By its place among the transactions, and how many items there were when it was put together.
    readonly List<(int Place, int Items, Transaction Transaction)> _made = [];

    /// <summary>The transaction of an item; for an item of none, the newest that has content; null where there is none.</summary>
    public static Transaction? Of(Conversation conversation, TranscriptItem? item)
    {
        var content = OpenContent(conversation);
        var newest = conversation.Transactions.Count - 1;
        if (item is not null && Belongs(item))
        {
            var open = content is not null && item.Number >= conversation.Items.Count;
            var place = open ? newest : PlaceAt(conversation, item.Number);
            if (At(conversation, place) is { } found && (found.Mail is not null || found.Contents.Count > 0 || content is not null))
            {
                return content is not null && place == newest && conversation.IsInTransaction ? found.With(content) : found;
            }
        }

        if (content is not null)
        {
            return (conversation.IsInTransaction && At(conversation, newest) is { } unfinished ? unfinished : new Transaction(content.Number)).With(content);
        }

        return conversation.NewestContent is { } last ? At(conversation, PlaceAt(conversation, last)) : null;
    }

    /// <summary>The transaction that is open behind an item; null where there is none.</summary>
    public static Transaction? OpenAt(Conversation conversation, int number) => At(conversation, PlaceAt(conversation, number));

    static Transaction? At(Conversation conversation, int place)
    {
        if (place < 0)
        {
            return null;
        }

        var known = Known.GetValue(conversation.Identity, static _ => new Transactions());
        lock (known)
        {
            return known.Find(conversation, place);
        }
    }

    Transaction Find(Conversation conversation, int place)
    {
        var items = conversation.Items.Count;
        var found = _made.FindIndex(made => made.Place == place);
        if (found >= 0 && _made[found].Items == items)
        {
            return _made[found].Transaction;
        }

        var transaction = TransactionBuilder.Build(conversation, place);
        if (found >= 0)
        {
            _made.RemoveAt(found);
        }
        else if (_made.Count == Most)
        {
            _made.RemoveAt(0);
        }

        _made.Add((place, items, transaction));
        return transaction;
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

    // The last that begins at or before an item; -1 for none.
    static int PlaceAt(Conversation conversation, int number)
    {
        var starts = conversation.Transactions;
        var (low, high) = (0, starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle] <= number ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
