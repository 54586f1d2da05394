using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tui.Details;

/// <summary>How far a session has come, as a way with its stations: those behind are ticked, the next one is pointed at.</summary>
static class Progress
{
    public static void Write(DetailWriter writer, SessionState state)
    {
        var (look, theme) = (writer.Look, writer.Theme);
        var stations = Stations(state);
        var next = state.Phase is Phase.Closing or Phase.Closed ? -1 : stations.FindIndex(station => !station.IsReached);
        var pieces = new List<StyledLine>();
        for (var i = 0; i < stations.Count; i++)
        {
            var (name, isReached) = stations[i];
            pieces.Add(isReached ? [new(look.Glyphs.Success, theme.Success), new($" {name}")]
                : i == next ? [new(look.Glyphs.Intermediate, theme.Accent), " ", new(name, theme.Strong)]
                : [new(name, theme.Faint)]);
        }

        writer.Gap();
        writer.Flow(pieces, new(look.Form == SafeForm.Ascii ? " > " : " › ", theme.Faint));
    }

    static List<(string Name, bool IsReached)> Stations(SessionState state)
    {
        var isClosing = state.Phase is Phase.Closing or Phase.Closed;
        var introduced = state.Introduction != Introduction.None;
        var hello = (state.Lmtp ? "LHLO" : state.Introduction == Introduction.Helo ? "HELO" : "EHLO", introduced);
        var tls = ("TLS", state.Tls == true);
        var stations = new List<(string, bool)> { ("connected", state.Phase != Phase.Opening) };

        // STARTTLS comes behind EHLO and has it said again; implicit TLS comes first.
        if (state.Tls == true)
        {
            stations.AddRange([tls, hello]);
        }
        else
        {
            stations.Add(hello);
            if (state.Phase == Phase.Handshake || state.Offers?.Has("STARTTLS") == true)
            {
                stations.Add(tls);
            }
        }

        if (state.Authenticated || state.Auth is not null || state.Offers?.Has("AUTH") == true)
        {
            stations.Add(("AUTH", state.Authenticated));
        }

        stations.Add(("MAIL", state.Transaction is not null));
        stations.Add(("RCPT", state.Transaction is { RecipientCount: > 0 }));
        stations.Add((state.Transaction is { UsesBdat: true } ? "BDAT" : "DATA", AwaitsVerdict(state)));
        stations.Add(("QUIT", isClosing && state.ClosingCode == 221));
        return stations;
    }

    // The message is on its way, and the server has yet to say what becomes of it.
    static bool AwaitsVerdict(SessionState state) => state.NextToAnswer is { Verb: Verb.EndOfData } or { Verb: Verb.Bdat, IsLastChunk: true };
}
