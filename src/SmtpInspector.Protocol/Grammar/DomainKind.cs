namespace SmtpInspector.Protocol.Grammar;

/// <summary>What stands where a host is named (RFC 5321 §4.1.2, §4.1.3).</summary>
public enum DomainKind
{
    /// <summary>Neither a domain nor an address literal.</summary>
    Invalid,

    /// <summary>A domain: labels of letters, digits and hyphens, parted by dots; or U-labels (RFC 6531 §3.3).</summary>
    Name,

    /// <summary><c>[192.0.2.1]</c>.</summary>
    IPv4Literal,

    /// <summary><c>[IPv6:2001:db8::1]</c>.</summary>
    IPv6Literal,

    /// <summary><c>[tag:content]</c>, for address forms yet to be standardized.</summary>
    GeneralLiteral,
}
