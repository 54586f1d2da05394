using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>A line of the reply to EHLO, by itself: one extension.</summary>
static class OfferPlace
{
    /// <summary>The offer a line of a reply makes; null where it makes none.</summary>
    public static Offer? OfferIn(Entry.Reply reply, int line) =>
        reply is { To.Verb: Verb.Ehlo or Verb.Lhlo, Value.Class: ReplyClass.Success } && line > 0 && line < reply.Value.Lines.Count
        && Offers.Of(new Reply([reply.Value.Lines[0], reply.Value.Lines[line]])).All is [var offer]
            ? offer
            : null;

    public static Statement What(Offer offer) => Known(offer) is { } known
        ? new($"{known.Word}, a line of the reply to EHLO: {known.Title}.", known.Reference)
        : new($"{offer.Keyword}, a line of the reply to EHLO: a keyword of no extension known here.", "RFC 5321 §4.1.1.1");

    public static IEnumerable<Statement> Here(Offer offer, Entry.Reply reply)
    {
        if (Known(offer) is { } known)
        {
            yield return new(known.Text, known.Reference);
            if (Values(offer) is { } values)
            {
                yield return new(values, known.Reference);
            }

            if (known.WhatToDo.Length > 0)
            {
                yield return new(known.WhatToDo) { Label = "What to do" };
            }
        }
        else
        {
            yield return new("A client passes over what it does not know.", "RFC 5321 §4.1.1.1");
        }

        if (reply.Before.Tls == false && offer.Keyword == "AUTH")
        {
            yield return new("It is offered in the clear: a password sent now could be read by anyone on the way.", "RFC 4954 §9");
        }
    }

    /// <summary>The offer in one line, for the whole reply.</summary>
    public static Statement Short(Offer offer) => Known(offer) is { } known
        ? new(Values(offer) ?? $"{known.Title}.", known.Reference) { Label = offer.Keyword }
        : new("of no extension known here; a client passes over it.", "RFC 5321 §4.1.1.1") { Label = offer.Keyword };

    static string? Values(Offer offer) => offer switch
    {
        { Keyword: "SIZE", Parameters: [var size, ..] } when long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) =>
            octets == 0 ? "messages of any size, as far as is known beforehand." : $"messages of up to {PlaceWords.Count(octets, "octet")}.",
        { Keyword: "SIZE" } => "a message's size may be declared; no limit is told.",
        { Keyword: "AUTH", Parameters: { Count: > 0 } mechanisms } => $"the client may log in with {string.Join(", ", mechanisms)}.",
        _ => null,
    };

    static Explanation? Known(Offer offer) =>
        Explainer.Explain(offer.Keyword) is { Kind: ExplanationKind.Extension or ExplanationKind.Command or ExplanationKind.Parameter } known ? known : null;
}
