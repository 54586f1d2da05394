namespace SmtpInspector.Protocol.Practice;

/// <summary>The addresses and domains an account may send from and, in the sandbox, to.</summary>
/// <param name="identities">Addresses (<c>me@example.com</c>) and domains (<c>example.com</c>, their subdomains with them).</param>
public sealed class VerifiedIdentities(IEnumerable<string> identities)
{
    const string SimulatorDomain = "simulator.amazonses.com";

    static readonly string[] SimulatorMailboxes = ["success", "bounce", "complaint", "ooto", "suppressionlist"];

    readonly HashSet<string> _identities = new(identities, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether mail may be sent from this address.</summary>
    public bool MaySendFrom(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var (mailbox, domain) = Split(address);

        // An address verified without a label is verified with any: Amazon SES developer guide, "Creating and verifying identities".
        return _identities.Contains(address)
            || _identities.Contains($"{mailbox}@{domain}")
            || Domains(domain).Any(_identities.Contains)
            || PracticeFaults.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether mail may be sent to this address from within the sandbox.</summary>
    public bool MaySendTo(string address) => MaySendFrom(address) || IsSimulator(address);

    static bool IsSimulator(string address)
    {
        var (mailbox, domain) = Split(address);
        return domain.Equals(SimulatorDomain, StringComparison.OrdinalIgnoreCase)
            && SimulatorMailboxes.Contains(mailbox, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The local-part without its <c>+label</c>, and the domain.</summary>
    static (string Mailbox, string Domain) Split(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? (address, "") : (address[..at].Split('+')[0], address[(at + 1)..]);
    }

    /// <summary>A domain and those it lies in: a verified domain covers its subdomains.</summary>
    static IEnumerable<string> Domains(string domain)
    {
        for (var dot = -1; ; dot = domain.IndexOf('.', dot + 1))
        {
            yield return domain[(dot + 1)..];
            if (domain.IndexOf('.', dot + 1) < 0)
            {
                yield break;
            }
        }
    }
}
