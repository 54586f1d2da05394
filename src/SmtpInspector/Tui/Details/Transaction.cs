using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>A mail transaction: its envelope, the items that carry its content, the final replies. <see cref="TransactionBuilder"/> fills it.</summary>
/// <param name="start">The number of the item it begins with.</param>
sealed class Transaction(int start)
{
    // Recipients beyond these are only counted: nobody reads more.
    const int MostRecipients = 100;

    readonly List<TranscriptItem> _contents = [];
    readonly List<Recipient> _recipients = [];
    readonly List<TranscriptItem> _finals = [];

    /// <summary>A recipient and the reply to it; null while there is none.</summary>
    public readonly record struct Recipient(TranscriptItem Command, TranscriptItem? Reply);

    /// <summary>The number of the item it begins with.</summary>
    public int Start { get; } = start;

    /// <summary>The MAIL command; null where the conversation does not show it.</summary>
    public TranscriptItem? Mail { get; set; }

    /// <summary>Its recipients in order, the first of many.</summary>
    public IReadOnlyList<Recipient> Recipients => _recipients;

    /// <summary>How many recipients there are.</summary>
    public int RecipientCount { get; private set; }

    /// <summary>The content of DATA, or the chunks of BDAT; empty while there is none.</summary>
    public IReadOnlyList<TranscriptItem> Contents => _contents;

    /// <summary>What the server said of the message: one reply, or in LMTP one for each recipient.</summary>
    public IReadOnlyList<TranscriptItem> Finals => _finals;

    /// <summary>Whether one more recipient, and what is said to it, would only be counted.</summary>
    public bool HasManyRecipients => RecipientCount >= MostRecipients;

    /// <summary>Adds a recipient.</summary>
    public void AddRecipient(TranscriptItem rcpt)
    {
        _recipients.Add(new Recipient(rcpt, null));
        RecipientCount++;
    }

    /// <summary>Counts a recipient.</summary>
    public void CountRecipient() => RecipientCount++;

    /// <summary>Adds what was said to a recipient.</summary>
    public void Answer(int recipient, TranscriptItem reply)
    {
        if (recipient >= 0 && recipient < _recipients.Count)
        {
            _recipients[recipient] = _recipients[recipient] with { Reply = reply };
        }
    }

    /// <summary>Adds content.</summary>
    public void AddContent(TranscriptItem content) => _contents.Add(content);

    /// <summary>Adds what was said of the message.</summary>
    public void AddFinal(TranscriptItem reply) => _finals.Add(reply);

    /// <summary>The same with content that is still on its way.</summary>
    public Transaction With(TranscriptItem unfinished)
    {
        var with = new Transaction(Start) { Mail = Mail, RecipientCount = RecipientCount };
        with._contents.AddRange(_contents);
        with._contents.Add(unfinished);
        with._recipients.AddRange(_recipients);
        return with;
    }
}
