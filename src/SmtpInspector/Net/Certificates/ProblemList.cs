using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>Collects what is wrong with a chain of certificates, each reason as a sentence of its own.</summary>
sealed class ProblemList(OptionNames options, DateTimeOffset now)
{
    /// <summary>What says nothing against a chain: most servers staple no OCSP response, and nothing is fetched.</summary>
    public const X509ChainStatusFlags NotDecided = X509ChainStatusFlags.NoError
        | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    readonly List<string> _sentences = [];

    /// <summary>Nothing that was found counts against the peer.</summary>
    public bool IsVerified { get; private set; } = true;

    public IReadOnlyList<string> Sentences => _sentences;

    /// <summary>Adds what is wrong with the chain.</summary>
    /// <param name="chain">A chain that was built.</param>
    /// <param name="leafOnly">The peer sent its own certificate and no other.</param>
    public void AddChain(X509Chain chain, bool leafOnly)
    {
        var elements = chain.ChainElements;
        var isWhole = (AllOf(chain.ChainStatus) & X509ChainStatusFlags.PartialChain) == 0;
        for (var i = 0; i < elements.Count; i++)
        {
            var certificate = elements[i].Certificate;
            var isSelfSigned = certificate.IssuerName.RawData.AsSpan().SequenceEqual(certificate.SubjectName.RawData);
            var who = Who(chain, i);
            foreach (var status in elements[i].ChainElementStatus)
            {
                AddStatus(chain, status, certificate, who, i == 0 && isSelfSigned, leafOnly);
            }

            // The end of the chain is trusted for itself; who signed it says nothing.
            var isAnchor = isWhole && i == elements.Count - 1;
            AddWeaknesses(certificate, who, signatureCounts: !isAnchor && !isSelfSigned);
        }

        if (elements.Count == 0 && chain.ChainStatus.Length == 0)
        {
            Add("No chain of certificates could be built.");
        }

        AddWhatNoElementHas(chain);
    }

    /// <summary>All flags together.</summary>
    public static X509ChainStatusFlags AllOf(X509ChainStatus[] statuses)
    {
        // Not with LINQ: over a struct of another assembly it is compiled at run time, before the first byte is out.
        var flags = X509ChainStatusFlags.NoError;
        foreach (var status in statuses)
        {
            flags |= status.Status;
        }

        return flags;
    }

    /// <summary>Adds what is wrong with the names the certificate is good for (RFC 9525 §6).</summary>
    public void AddName(X509Certificate2 leaf, string name)
    {
        var names = CertificateReader.Names(leaf);
        if (Matches(leaf, name, allowCommonName: false))
        {
            return;
        }

        if (names.Count == 0 && Matches(leaf, name, allowCommonName: true))
        {
            // RFC 9525 §2: the common name does not identify a server. Many a test certificate has nothing else, and the
            // usual TLS libraries still accept it then; it is said, and does not count.
            _sentences.Add($"The certificate has the name {name} only as its common name, which newer clients no longer accept; it belongs into subjectAltName.");
            return;
        }

        Add(names.Count == 0
            ? $"The certificate is not for {name}: it has no name in subjectAltName, and its subject is \"{NameText.Visible(leaf.Subject)}\"."
            : $"The certificate is not for {name}: it is for {string.Join(", ", CertificateReader.VisibleNames(leaf))}. If that is the right server, connect to that name or give it with {options.Of("server-name")}.");
    }

    static bool Matches(X509Certificate2 leaf, string name, bool allowCommonName)
    {
        try
        {
            return leaf.MatchesHostname(name, allowWildcards: true, allowCommonName);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            // A damaged extension, or a name that no certificate can have.
            return false;
        }
    }

    static string Who(X509Chain chain, int element) => element == 0
        ? "The certificate"
        : $"The certificate of the issuer \"{NameText.Visible(chain.ChainElements[element].Certificate.Subject)}\"";

    /// <summary>The builder marks every element of such a chain; this is the one it is about.</summary>
    static int NotForServers(X509Chain chain)
    {
        for (var i = 0; i < chain.ChainElements.Count; i++)
        {
            var usage = chain.ChainElements[i].Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
            if (usage is not null && usage.EnhancedKeyUsages[ChainPolicies.ServerAuthentication] is null)
            {
                return i;
            }
        }

        return 0;
    }

    void AddStatus(X509Chain chain, X509ChainStatus status, X509Certificate2 certificate, string who, bool isSelfSignedLeaf, bool leafOnly)
    {
        if ((status.Status & ~NotDecided) == 0)
        {
            return;
        }

        Add(status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => Validity(certificate, who),
            X509ChainStatusFlags.UntrustedRoot when isSelfSignedLeaf =>
                $"The certificate is self-signed: nobody but the server itself vouches for it. If it is the right one, name its file with {options.Of("ca")}.",
            X509ChainStatusFlags.UntrustedRoot =>
                $"The issuer \"{NameText.Visible(certificate.Subject)}\" is unknown: it is not among the authorities that this system trusts. If it is the right one, name the file of its certificate with {options.Of("ca")}.",
            X509ChainStatusFlags.PartialChain => Incomplete(certificate, leafOnly),
            X509ChainStatusFlags.NotSignatureValid =>
                $"{who} was not signed by the issuer it names, \"{NameText.Visible(certificate.Issuer)}\": the signature does not fit that issuer's key.",
            X509ChainStatusFlags.Revoked => $"{who} has been revoked by its issuer.",
            X509ChainStatusFlags.NotValidForUsage =>
                $"{Who(chain, NotForServers(chain))} is not for a server: its purposes (extended key usage) do not have serverAuth.",
            X509ChainStatusFlags.InvalidBasicConstraints => $"{who} belongs to no authority and may not issue certificates, or not at this depth.",
            X509ChainStatusFlags.ExplicitDistrust => $"{who} is distrusted by this system.",
            X509ChainStatusFlags.HasNotPermittedNameConstraint or X509ChainStatusFlags.HasExcludedNameConstraint
                or X509ChainStatusFlags.InvalidNameConstraints or X509ChainStatusFlags.HasNotDefinedNameConstraint
                or X509ChainStatusFlags.HasNotSupportedNameConstraint =>
                $"{who} has a name that its issuer may not issue certificates for (name constraints).",
            _ => $"{who} does not verify: {status.StatusInformation.TrimEnd('.')}.",
        });
    }

    string Validity(X509Certificate2 certificate, string who)
    {
        DateTimeOffset from = certificate.NotBefore.ToUniversalTime();
        DateTimeOffset to = certificate.NotAfter.ToUniversalTime();
        return now > to
            ? $"{who} expired on {Date(to)}, {Span(now - to)} ago."
            : $"{who} is not valid yet: it begins on {Date(from)}, in {Span(from - now)}. Check this system's clock.";
    }

    static string Date(DateTimeOffset date) => date.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    static string Span(TimeSpan span) => span.Days switch
    {
        0 when span.TotalHours < 1 => "less than an hour",
        0 when span.Hours == 1 => "1 hour",
        0 => $"{span.Hours} hours",
        1 => "1 day",
        var days => $"{days} days",
    };

    string Incomplete(X509Certificate2 last, bool leafOnly) => leafOnly
        ? $"The issuer \"{NameText.Visible(last.Issuer)}\" is unknown, and the server sent no certificate but its own. A server has to send the intermediate certificates too; if the issuer is an authority of your own, name the file of its certificate with {options.Of("ca")}."
        : $"The issuer \"{NameText.Visible(last.Issuer)}\" is unknown: its certificate is neither among those the server sent nor among the authorities that this system trusts. If it is the right one, name its file with {options.Of("ca")}.";

    void AddWeaknesses(X509Certificate2 certificate, string who, bool signatureCounts)
    {
        if (PublicKeys.Of(certificate).Weakness is { } weakness)
        {
            Add($"{who} has a weak key: it {weakness}.");
        }

        if (signatureCounts && SignatureAlgorithms.BrokenHash(certificate.SignatureAlgorithm.Value) is { } hash)
        {
            Add($"{who} has a weak signature: it is made with {hash}, which can be forged.");
        }
    }

    /// <summary>Fails closed: a status of the chain as a whole that stands at no element counts too.</summary>
    void AddWhatNoElementHas(X509Chain chain)
    {
        var said = NotDecided;
        foreach (var element in chain.ChainElements)
        {
            said |= AllOf(element.ChainElementStatus);
        }

        foreach (var status in chain.ChainStatus)
        {
            if ((status.Status & ~said) != 0)
            {
                Add($"The certificate does not verify: {status.StatusInformation.TrimEnd('.')}.");
            }
        }
    }

    void Add(string sentence)
    {
        IsVerified = false;
        if (!_sentences.Contains(sentence))
        {
            _sentences.Add(sentence);
        }
    }
}
