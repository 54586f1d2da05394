namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Enhanced status codes of subject 4, network and routing.</summary>
static class EnhancedNetwork
{
    public static Entry[] Rows { get; } =
    [
        new("X.4.0", "other or undefined network or routing status", "RFC 3463 §3.5",
            "Something is wrong on the way to the destination, and no finer code fits.",
            "Check DNS and the connection to the next server.",
            "X.4.4"),
        new("X.4.1", "no answer from host", "RFC 3463 §3.5",
            "The next server did not answer the connection attempt. Exchange Online sends 5.4.1 for recipients it does not know.",
            "Check that the server is up and that a firewall lets port 25 through.",
            "MX|X.4.2|port 25"),
        new("X.4.2", "bad connection", "RFC 3463 §3.5",
            "The connection was made but broke off or timed out before the end. "
            + "Servers send it when the client was silent too long.",
            "Connect again. Answer in time when you type by hand.",
            "421|idle time-out"),
        new("X.4.3", "directory server failure", "RFC 3463 §3.5",
            "A lookup the server depends on failed, mostly DNS.",
            "Try later. If it lasts, check the name servers of the domains involved.",
            "X.4.4|451"),
        new("X.4.4", "unable to route", "RFC 3463 §3.5",
            "The server found no next hop: no MX and no address record leads on.",
            "Check the DNS records of the recipient's domain.",
            "MX|X.1.2"),
        new("X.4.5", "mail system congestion", "RFC 3463 §3.5",
            "The mail system is too busy at the moment. Gmail sends 5.4.5 when a daily sending limit is reached.",
            "Slow down and try later.",
            "rate limit|421"),
        new("X.4.6", "routing loop detected", "RFC 3463 §3.5",
            "The message goes round in circles: it has passed too many servers, often because two forward to each other.",
            "Count the Received fields and find the two that repeat. Mend the forwarding.",
            "Received"),
        new("X.4.7", "delivery time expired", "RFC 3463 §3.5",
            "The message waited in a queue for longer than is allowed, or past the time the sender gave.",
            "Look for the earlier reason in the report. Send again when it is gone.",
            "queue|retry|BY"),
    ];
}
