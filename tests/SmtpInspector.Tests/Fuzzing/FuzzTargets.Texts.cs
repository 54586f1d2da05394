using System.Text;
using SmtpInspector.Credentials;
using SmtpInspector.Net;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Words and texts that are typed or pasted.</summary>
static partial class FuzzTargets
{
    static readonly byte[][] Pasted =
    [
        .. ((string[])
        [
            "localhost:25", "[::1]:465", "ses:eu-central-1:587", "gmail:587", "practice:ses", "unix:/run/x", "mx.example.com", "AHVzZXIAcGFzcw==", "dXNlcg==",
            "bj1hLHI9YixzPWMsaT00MDk2", "550 5.7.1", "STARTTLS", "reply-bare-lf", "5.1.1", "8BITMIME", "user=a\u0001auth=Bearer b\u0001\u0001",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    static FuzzTarget[] Texts =>
    [
        new("a target is understood, or refused with a reason", 10_000, random => Mutator.Mutate(random, Pasted, Words), TargetsAreTotal),
        new("a pasted credential is read without a fault", 5000, random => Mutator.Mutate(random, Pasted, Words), input => Assert.NotNull(PayloadReading.Of(Encoding.UTF8.GetString(input)))),
    ];

    static void TargetsAreTotal(byte[] input)
    {
        var isTarget = Target.TryParse(Encoding.UTF8.GetString(input), out var target, out var error);
        Assert.True(isTarget ? target is not null : error is { Length: > 0 });
    }
}
