using SmtpInspector.Tui.Talking;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Searching;

/// <summary>
/// Puts items through a filter: at once where it needs no more than what is known of each, or where they are few; else piece by piece
/// beside the screen.
/// </summary>
static class Sifting
{
    // What comes one by one is let through or not while the screen waits, however long the conversation is.
    const int Few = 100;

    /// <summary>A page with a filter, or null to show all again, as far as that can be had at once.</summary>
    public static TalkPage With(TalkPage page, ItemFilter? filter) => AtOnce(page with
    {
        Filter = filter,
        Shown = filter is null ? null : Log<int>.Empty,
        Sifted = 0,
        IsSifting = false,
        Hunt = null,
    });

    /// <summary>A page whose conversation has grown, or is another one from a place on, as far as that can be had at once.</summary>
    public static TalkPage Grown(TalkPage page, Transcript.Conversation conversation)
    {
        var next = page with { Conversation = conversation };
        if (page.Shown is { } shown && page.Sifted > conversation.Items.Count)
        {
            var place = TranscriptRows.FirstFrom(shown, conversation.Items.Count);
            next = next with { Shown = shown.Up(place), Sifted = conversation.Items.Count };
        }

        return AtOnce(next);
    }

    /// <summary>Goes on beside the screen with what is left.</summary>
    /// <param name="model">The model.</param>
    /// <param name="id">The page.</param>
    /// <param name="then">What is done when all is through.</param>
    public static Step Rest(Model model, int id, Func<Model, Step>? then = null)
    {
        if (TalkUpdate.Find(model, id) is not { Filter: { } filter, IsSifting: false } page || page.Sifted >= page.Conversation.Items.Count)
        {
            return model;
        }

        return Piece(TalkUpdate.With(model, id, old => old with { IsSifting = true }), page, filter, then);
    }

    static Step Piece(Model model, TalkPage page, ItemFilter filter, Func<Model, Step>? then)
    {
        var (from, conversation) = (page.Sifted, page.Conversation);
        return new Step(model, [new Effect.Run(cancellationToken =>
        {
            var to = Math.Min(conversation.Items.Count, from + Transcript.Conversation.MostAtOnce);
            var let = filter.Among(conversation, from, to, cancellationToken);
            return Task.FromResult<Func<Model, Step>>(next => Take(next, page.Id, filter, (from, to), let, then));
        })]);
    }

    static Step Take(Model model, int id, ItemFilter filter, (int From, int To) piece, List<int> let, Func<Model, Step>? then)
    {
        // Another filter, or another conversation, has been put in its place.
        if (TalkUpdate.Find(model, id) is not { IsSifting: true } page || !ReferenceEquals(page.Filter, filter) || page.Sifted != piece.From)
        {
            return model;
        }

        var sifted = AtOnce(page with { Shown = page.Shown!.AddAll(let), Sifted = piece.To, IsSifting = false });
        var next = TalkUpdate.With(model, id, _ => sifted);
        return sifted.Sifted < sifted.Conversation.Items.Count ? Rest(next, id, then) : then?.Invoke(next) ?? next;
    }

    static TalkPage AtOnce(TalkPage page)
    {
        var count = page.Conversation.Items.Count;
        if (page is not { Filter: { } filter, IsSifting: false }
            || (filter.NeedsItems && count - page.Sifted > (page.Conversation.IsLong ? Few : Transcript.Conversation.MostAtOnce)))
        {
            return page;
        }

        return page with { Shown = page.Shown!.AddAll(filter.Among(page.Conversation, page.Sifted, count, CancellationToken.None)), Sifted = count };
    }
}
