namespace SmtpInspector.Protocol.Message;

/// <summary>The addresses of a From, To, Cc or like field (RFC 5322 §3.4).</summary>
/// <param name="Addresses">The mailboxes and groups in order; as many as could be understood.</param>
/// <param name="Problem">What is wrong with the first address that is not written as it must be; null when all are right.</param>
/// <param name="Notes">What is to be said of the decoding, such as unknown charsets.</param>
public sealed record AddressList(IReadOnlyList<Address> Addresses, string? Problem, IReadOnlyList<string> Notes)
{
    /// <summary>The addresses of a field.</summary>
    public static AddressList Of(HeaderField field) => field.Addresses;

    /// <summary>The addresses in an unfolded body.</summary>
    public static AddressList Parse(string body) => new AddressParser(body).Parse();

    /// <summary>All mailboxes, those in groups included.</summary>
    public IEnumerable<Address.Mailbox> Mailboxes
    {
        get
        {
            foreach (var address in Addresses)
            {
                switch (address)
                {
                    case Address.Mailbox mailbox:
                        yield return mailbox;
                        break;
                    case Address.Group group:
                        foreach (var member in group.Members)
                        {
                            yield return member;
                        }

                        break;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Addresses);
}
