using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Puts a mail transaction together.</summary>
sealed class TransactionBuilder
{
    // Where the next transaction has begun, so many items are looked through for replies to this one: who answers later answers nobody.
    const int Late = 4096;

    readonly Transaction _transaction;

    // Replies come in the order of the commands (RFC 2920 §3.1): first those to the transaction before, which may be still to come.
    readonly Awaited _recipients;
    readonly Awaited _lastChunks;
    readonly Awaited _ends;

    TransactionBuilder(TranscriptItem first)
    {
        // Content is complete behind what was said while it went on.
        var state = first.Kind == ItemKind.Content ? first.After : first.Before;
        _transaction = new Transaction(first.Number);
        _recipients = new Awaited(Count(state, static pending => pending.Verb == Verb.Rcpt));
        _lastChunks = new Awaited(Count(state, static pending => pending.IsLastChunk));
        _ends = new Awaited(first.Kind == ItemKind.Content ? 0 : Count(state, static pending => pending.Verb == Verb.EndOfData));
    }

    /// <summary>The transaction as far as the conversation goes.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="place">Which of its transactions.</param>
    public static Transaction Build(Conversation conversation, int place)
    {
        var start = conversation.Transactions[place];
        var end = place + 1 < conversation.Transactions.Count ? conversation.Transactions[place + 1] : conversation.Items.Count;
        var builder = new TransactionBuilder(conversation.Items[start]);
        for (var i = start; i < end; i++)
        {
            var facts = conversation.Facts[i];
            if (facts.IsRecipient && builder._transaction.HasManyRecipients)
            {
                builder._transaction.CountRecipient();
                builder._recipients.Add(-1);
            }
            else if (facts.ConcernsMail)
            {
                builder.Take(conversation.Items[i]);
            }
        }

        var last = Math.Min(conversation.Items.Count, end + Late);
        for (var i = end; i < last && builder.IsAwaiting; i++)
        {
            var facts = conversation.Facts[i];
            if (facts.ConcernsMail && facts.Kind == ItemKind.Reply)
            {
                builder.Answer(conversation.Items[i]);
            }
        }

        return builder._transaction;
    }

    bool IsAwaiting => _recipients.Any || _lastChunks.Any || _ends.Any;

    void Take(TranscriptItem item)
    {
        switch (item.Entry)
        {
            case Entry.Command { Verb: Verb.Mail }:
                _transaction.Mail = item;
                break;
            case Entry.Command { Verb: Verb.Rcpt }:
                _recipients.Add(_transaction.RecipientCount);
                _transaction.AddRecipient(item);
                break;
            case Entry.Command { Verb: Verb.Bdat } when item.After.LastSent is { IsLastChunk: true }:
                _lastChunks.Add(0);
                break;
            case Entry.Reply:
                Answer(item);
                break;
            default:
                if (item.Kind == ItemKind.Content)
                {
                    _transaction.AddContent(item);
                    _ends.Fill(Count(item.After, static pending => pending.Verb == Verb.EndOfData));
                }

                break;
        }
    }

    void Answer(TranscriptItem item)
    {
        switch (item.Entry)
        {
            case Entry.Reply { To.Verb: Verb.Rcpt } when _recipients.Next() is { } recipient:
                _transaction.Answer(recipient, item);
                break;
            case Entry.Reply { To: { Verb: Verb.Bdat, IsLastChunk: true } } when _lastChunks.Next() is not null:
                _transaction.AddFinal(item);
                break;
            case Entry.Reply { To.Verb: Verb.EndOfData } when _ends.Next() is not null:
                _transaction.AddFinal(item);
                break;
        }
    }

    static int Count(SessionState state, Func<Pending, bool> which)
    {
        var count = 0;
        foreach (var pending in state.Outstanding)
        {
            count += which(pending) ? 1 : 0;
        }

        return count;
    }
}
