using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>Where the conversation stands behind the selected item: how far it has come, what holds, what is offered, what may come.</summary>
static class StateTab
{
    const int Column = 15;

    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width, subject);
        var state = subject.Item?.After ?? subject.Conversation.State;
        Progress.Write(writer, state);
        Established(writer, subject, state);
        NextText.Write(writer, state);
        OffersText.Write(writer, state);
        return writer.Lines;
    }

    static void Established(DetailWriter writer, DetailSubject subject, SessionState state)
    {
        writer.Heading("What holds");
        var tls = subject.Item is { } item ? item.Tls : subject.Conversation.Tls;
        var unverified = tls?.Verified == false ? ", certificate not verified" : "";
        Row("TLS", (state.Tls, tls) switch
        {
            (true, { } session) => $"{session.Protocol}{unverified}",
            (true, null) => "yes",
            (false, _) => "no: in the clear",
            (null, _) => "not known",
        }, state.Tls == false || unverified.Length > 0 ? writer.Theme.Warning : writer.Theme.Text);
        Row("introduced", state.Introduction switch
        {
            Introduction.Ehlo => state.Lmtp ? "by LHLO" : "by EHLO",
            Introduction.Helo => "by HELO: no extensions",
            Introduction.None => state.IsExcerpt ? "not known" : "not yet",
        });
        Row("authenticated", state switch
        {
            { Authenticated: true } => "yes" + (MechanismOf(subject) is { } mechanism ? $", by {mechanism}" : ""),
            { Auth: { } auth } => $"{auth.Mechanism} goes on",
            { FailedAuths: > 0 } => $"no, after {ItemWords.Count(state.FailedAuths, "attempt", "attempts")}",
            _ => "no",
        });
        TransactionRows(writer, subject, state);
        if (state.OutstandingCount > 0 && state.NextToAnswer is { } next)
        {
            var more = state.OutstandingCount > 1 ? $" and {state.OutstandingCount - 1} more" : "";
            Row("not answered", Name(next) + more);
        }

        void Row(string label, string value, Style style = default) =>
            writer.Row(label, StyledLine.Of(writer.Quote(value), style), Column);
    }

    static void TransactionRows(DetailWriter writer, DetailSubject subject, SessionState state)
    {
        if (state.Transaction is not { } open)
        {
            writer.Row("message", "none open", Column);
            return;
        }

        // The lines of the conversation, and not those the state keeps: only they say what is a credential.
        var last = subject.Item?.Number ?? (subject.Conversation.Count - 1);
        var transaction = Transactions.OpenAt(subject.Conversation, last);
        writer.Row("sender", transaction?.Mail is { } mail ? EnvelopeTable.Sender(writer, mail, subject.KeepSecrets) : [new("accepted")], Column);
        var refused = open.RefusedCount > 0 ? $", {open.RefusedCount} refused" : "";
        writer.Row("recipients", $"{open.RecipientCount} accepted{refused}", Column);
        foreach (var recipient in transaction is null ? [] : EnvelopeTable.Recipients(writer, transaction, last, subject.KeepSecrets))
        {
            writer.Row("", recipient, Column);
        }

        if (open.UsesBdat)
        {
            writer.Row("chunks", ItemWords.Octets(open.ChunkOctets), Column);
        }
    }

    // The reply that ended the exchange was judged in a state that still knew its name.
    static string? MechanismOf(DetailSubject subject)
    {
        var (items, facts) = (subject.Conversation.Items, subject.Conversation.Facts);
        var end = subject.Item?.Number ?? (items.Count - 1);
        for (var i = 0; i <= end && i < items.Count; i++)
        {
            if (facts[i].Code == 235 && items[i].Entry is Entry.Reply { Value.Code: 235, To.Verb: Verb.Auth } reply)
            {
                return reply.Before.Auth?.Mechanism;
            }
        }

        return null;
    }

    static string Name(Pending pending) => pending switch
    {
        { Verb: Verb.Connection } => "the greeting",
        { Verb: Verb.EndOfData } => "the message",
        { IsAuthAnswer: true } => "the answer to the challenge",
        { Verb: Verb.Unknown } => "an unknown command",
        _ => pending.Name,
    };
}
