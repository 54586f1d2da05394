using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Tui.Looks;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Tui.Details;

/// <summary>A reply in a symbol and in a few words.</summary>
static class ReplyWords
{
    /// <summary>Its symbol.</summary>
    public static string Glyph(Look look, Entry.Reply reply) =>
        reply is { Listed: false, To: not null, Value.Code: not null } ? look.Glyphs.Unlisted : Glyph(look, reply.Value.Class);

    /// <summary>The symbol of what a code's first digit says.</summary>
    public static string Glyph(Look look, ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => look.Glyphs.Success,
        ReplyClass.Intermediate => look.Glyphs.Intermediate,
        ReplyClass.Transient => look.Glyphs.Transient,
        ReplyClass.Permanent => look.Glyphs.Permanent,
        ReplyClass.Invalid => look.Glyphs.Malformed,
    };

    /// <summary>What kind of answer it is, and whether it fits what was asked.</summary>
    public static string Verdict(Entry.Reply reply)
    {
        var kind = reply.Value.Class switch
        {
            ReplyClass.Success => "success",
            ReplyClass.Intermediate => "goes on",
            ReplyClass.Transient => "not now",
            ReplyClass.Permanent => "refused",
            ReplyClass.Invalid => "malformed",
        };
        return reply switch
        {
            { Value.IsComplete: false } => $"{kind}, cut off",
            { To: null } => $"{kind}, not asked for",
            { Value.Code: null } => kind,
            { Listed: false } => $"{kind}, in no RFC for it",
            _ => $"{kind}, fits",
        };
    }
}
