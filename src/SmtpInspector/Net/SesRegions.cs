namespace SmtpInspector.Net;

/// <summary>The regions in which Amazon SES is known to take mail by SMTP, to choose from. One that is not listed is used as it stands.</summary>
/// <remarks>Source: the SES developer guide, "Amazon SES endpoints and quotas".</remarks>
static class SesRegions
{
    /// <summary>Each by its code, and where it is.</summary>
    public static IReadOnlyList<(string Code, string Place)> All { get; } =
    [
        ("us-east-1", "N. Virginia"),
        ("us-east-2", "Ohio"),
        ("us-west-1", "N. California"),
        ("us-west-2", "Oregon"),
        ("eu-west-1", "Ireland"),
        ("eu-west-2", "London"),
        ("eu-west-3", "Paris"),
        ("eu-central-1", "Frankfurt"),
        ("eu-north-1", "Stockholm"),
        ("eu-south-1", "Milan"),
        ("ap-south-1", "Mumbai"),
        ("ap-northeast-1", "Tokyo"),
        ("ap-northeast-2", "Seoul"),
        ("ap-northeast-3", "Osaka"),
        ("ap-southeast-1", "Singapore"),
        ("ap-southeast-2", "Sydney"),
        ("ap-southeast-3", "Jakarta"),
        ("ca-central-1", "Canada, central"),
        ("sa-east-1", "Sao Paulo"),
        ("me-south-1", "Bahrain"),
        ("il-central-1", "Tel Aviv"),
        ("af-south-1", "Cape Town"),
        ("us-gov-west-1", "GovCloud, US West"),
    ];

    /// <summary>The ports it listens on, and how each begins.</summary>
    public static IReadOnlyList<(int Port, string Meaning)> Ports { get; } =
    [
        (465, "TLS from the first octet"),
        (587, "STARTTLS"),
        (2465, "TLS from the first octet, where 465 is blocked"),
        (2587, "STARTTLS, where 587 is blocked"),
        (25, "STARTTLS; many networks block or slow down this port"),
    ];
}
