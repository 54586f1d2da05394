using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// What is known of an item without having it: four octets for each, so that a million are filtered at once and are no burden.
/// </summary>
readonly record struct ItemFacts
{
    readonly ushort _code;
    readonly byte _worst;
    readonly Bits _bits;

    ItemFacts(ItemKind kind, int code, byte worst, Bits bits) =>
        (_code, _worst, _bits) = ((ushort)code, worst, bits | (Bits)((int)kind << KindShift));

    const int KindShift = 4;

    [Flags]
    enum Bits : byte
    {
        None = 0,
        ConcernsMail = 1,
        IsRecipient = 2,
        EndsMail = 4,
    }

    /// <summary>What kind of item it is.</summary>
    public ItemKind Kind => (ItemKind)((int)_bits >> KindShift);

    /// <summary>The code of a reply; 0 where there is none.</summary>
    public int Code => _code;

    /// <summary>The weight of its weightiest finding; null where there is none.</summary>
    public Severity? Worst => _worst == 0 ? null : (Severity)(_worst - 1);

    /// <summary>Whether it has a part in a mail transaction.</summary>
    public bool ConcernsMail => _bits.HasFlag(Bits.ConcernsMail);

    /// <summary>Whether it is a RCPT command.</summary>
    public bool IsRecipient => _bits.HasFlag(Bits.IsRecipient);

    /// <summary>Whether it is a command that ends a transaction, or shows that it has ended.</summary>
    public bool EndsMail => _bits.HasFlag(Bits.EndsMail);

    /// <summary>What is to be known of an item.</summary>
    public static ItemFacts Of(ItemKind kind, Entry entry)
    {
        var worst = 0;
        for (var i = 0; i < entry.Findings.Count; i++)
        {
            worst = Math.Max(worst, (int)entry.Findings[i].Severity + 1);
        }

        return new(kind, entry is Entry.Reply { Value.Code: { } code } ? code : 0, (byte)worst, entry switch
        {
            Entry.Command { IsAuthAnswer: false, Verb: Verb.Rcpt } => Bits.ConcernsMail | Bits.IsRecipient,
            Entry.Command { IsAuthAnswer: false, Verb: Verb.Mail or Verb.Data or Verb.Bdat } => Bits.ConcernsMail,
            // RFC 5321 §4.1.1.5, §4.1.4; RFC 3207 §4.2.
            Entry.Command { IsAuthAnswer: false, Verb: Verb.Rset or Verb.Ehlo or Verb.Helo or Verb.Lhlo or Verb.StartTls or Verb.Quit } => Bits.EndsMail,
            Entry.Reply { To.Verb: Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Bdat or Verb.EndOfData } => Bits.ConcernsMail,
            _ => kind == ItemKind.Content ? Bits.ConcernsMail : Bits.None,
        });
    }
}
