using System.Net;
using System.Net.Sockets;
using SmtpInspector.Net;

namespace SmtpInspector.Tests.Net;

public class ConnectSentencesTests
{
    [Theory]
    [InlineData(SocketError.ConnectionRefused, ConnectReason.Refused, "refused")]
    [InlineData(SocketError.TimedOut, ConnectReason.TimedOut, "did not answer")]
    [InlineData(SocketError.NetworkUnreachable, ConnectReason.Unreachable, "no way from here")]
    [InlineData(SocketError.HostUnreachable, ConnectReason.Unreachable, "no way from here")]
    [InlineData(SocketError.AccessDenied, ConnectReason.Forbidden, "does not allow")]
    [InlineData(SocketError.TooManyOpenSockets, ConnectReason.Other, "failed")]
    public void Each_error_of_the_system_has_its_sentence(SocketError error, ConnectReason reason, string part)
    {
        var failure = ConnectSentences.Failed("mail.example", 587, [Attempt("192.0.2.1", error)]);
        Assert.Equal(reason, failure.Reason);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Contains("mail.example:587 (192.0.2.1)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_more_than_a_missing_route()
    {
        var failure = ConnectSentences.Failed(
            "mail.example", 25, [Attempt("2001:db8::1", SocketError.NetworkUnreachable), Attempt("192.0.2.1", SocketError.ConnectionRefused)]);
        Assert.Equal(ConnectReason.Refused, failure.Reason);
        Assert.Contains("2001:db8::1, 192.0.2.1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_ipv6_addresses_without_a_route_mean_no_ipv6_here()
    {
        var failure = ConnectSentences.Failed("2001:db8::1", 465, [Attempt("2001:db8::1", SocketError.NetworkUnreachable)]);
        Assert.Contains("no IPv6 connection", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[2001:db8::1]:465", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_local_address_needs_its_interface() => Assert.Contains(
        "[fe80::1%eth0]:25",
        ConnectSentences.Failed("fe80::1", 25, [Attempt("fe80::1", SocketError.InvalidArgument)]).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(SocketError.HostNotFound, ConnectReason.NameNotFound)]
    [InlineData(SocketError.NoData, ConnectReason.NameNotFound)]
    [InlineData(SocketError.TryAgain, ConnectReason.LookupFailed)]
    [InlineData(SocketError.NoRecovery, ConnectReason.LookupFailed)]
    public void A_name_that_is_unknown_differs_from_a_name_server_that_is_silent(SocketError error, ConnectReason reason) =>
        Assert.Equal(reason, ConnectSentences.NoAddress("mail.example", new SocketException((int)error)).Reason);

    static ConnectAttempt Attempt(string address, SocketError error) =>
        new(IPAddress.Parse(address), new SocketException((int)error));
}
