using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>The handshake that an item stands behind, or what it means that there is none.</summary>
static class TlsTab
{
    const int Column = 12;

    public static ITextLines Lines(DetailSubject subject, Look look, int width)
    {
        var writer = new DetailWriter(look, width, subject);
        var (session, state) = subject.Item is { } item
            ? (item.Tls, item.After)
            : (subject.Conversation.Tls, subject.Conversation.State);
        if (session is null)
        {
            InTheClear(writer, subject, state);
            return writer.Lines;
        }

        Session(writer, session);
        TlsChain.Write(writer, session.Certificates);

        // What is offered behind the handshake is known only later; it belongs to it all the same.
        var known = ReferenceEquals(subject.Conversation.Tls, session) ? subject.Conversation.State : state;
        TlsOffers.Write(writer, known);
        return writer.Lines;
    }

    static void Session(DetailWriter writer, TlsSession session)
    {
        var theme = writer.Theme;
        var glyphs = writer.Look.Glyphs;
        writer.Heading($"{session.Protocol}, {session.Cipher}");
        writer.Line(session.Verified switch
        {
            true => [new(glyphs.Success, theme.Success), " ", new("The certificate is good for this server, and its chain leads to a trusted root.", theme.Success)],
            false => [new("!", theme.Error), " ", new("The certificate does not verify: it may be anybody's.", theme.Error)],
            null => [new("Whether the certificate verified is not recorded.", theme.Faint)],
        }, hanging: 2);
        foreach (var problem in session.Problems)
        {
            var style = session.Verified == false ? theme.Error : theme.Warning;
            writer.Line([new(session.Verified == false ? "!" : "~", style), " ", new(writer.Quote(problem))], hanging: 2);
        }
    }

    static void InTheClear(DetailWriter writer, DetailSubject subject, SessionState state)
    {
        var later = subject.Conversation.Tls;
        if (state.Tls == true)
        {
            writer.Heading(later is null ? "Inside TLS" : "Before the handshake");
            writer.Prose(later is null
                ? "Of the handshake nothing is recorded: neither version nor certificate is known."
                : "TLS comes first here: the server greets behind the handshake.");
            Later(writer, later);
            return;
        }

        writer.Heading(state.Tls is null ? "Nothing is known of TLS here" : "In the clear");
        writer.Prose(state.Tls is null
            ? "The transcript does not say whether this went inside TLS."
            : "Whoever stands on the way can read this, and change it: the addresses, the message, and a password that is sent now.");
        writer.Gap();
        var offered = state.Offers?.Has("STARTTLS");
        Later(writer, later);
        if (state.Tls == false)
        {
            writer.Row("STARTTLS", offered switch
            {
                true => "The server offers it: send STARTTLS, and EHLO again behind the handshake.",
                false => "The server does not offer it. Where it is known to have it, somebody may have taken it out of the reply.",
                null => "What the server offers is not known before EHLO.",
            }, Column, "RFC 3207 §4");
        }
    }

    static void Later(DetailWriter writer, TlsSession? session)
    {
        if (session is not null)
        {
            writer.Row("later", $"{session.Protocol}, {session.Cipher}, from the handshake on", Column);
        }
    }
}
