using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Searching;

/// <summary>Searches a long conversation beside the screen, goes to what is found first, and says in the end how much there is.</summary>
static class Hunting
{
    /// <summary>Begins, from an item on.</summary>
    public static Step Begin(Model model, TalkPage page, Search search, int from)
    {
        var hunt = Hunt.Begin(search, from);
        return Piece(model with { Page = page with { Hunt = hunt } }, page, hunt);
    }

    /// <summary>Goes to the next or the one before of what has been found.</summary>
    public static Step Next(Model model, TalkPage page, Search search, int by)
    {
        var here = page.Selected(model.Look)?.Number ?? 0;
        if (page.Hunt is not { } hunt || !ReferenceEquals(hunt.Search, search))
        {
            return Begin(model, page, search, here);
        }

        var place = by > 0 ? hunt.PlaceFrom(here + 1) : hunt.PlaceFrom(here) - 1;
        var wrapped = place < 0 || place >= hunt.Count;
        if (hunt.Count == 0 || (wrapped && hunt.IsOn))
        {
            return model.Say(hunt.IsOn ? $"{search}: nothing further so far, the search goes on" : $"{search} is nowhere", ToastKind.Warning);
        }

        place = !wrapped ? place : by > 0 ? 0 : hunt.Count - 1;
        return Go(model, page, hunt[place]).Then(next => next.Say(FormattableString.Invariant(
            $"{place + 1} of {hunt.Count}{(hunt.IsOn ? " so far" : "")}{(wrapped ? by > 0 ? ", from the top again" : ", from the bottom again" : "")}")));
    }

    static Step Piece(Model model, TalkPage page, Hunt hunt)
    {
        if (hunt.Next(page.Conversation.Items.Count) is not { } piece)
        {
            return End(TalkUpdate.With(model, page.Id, old => old with { Hunt = hunt with { IsOn = false } }), page, hunt);
        }

        var (conversation, shown, keepSecrets) = (page.Conversation, page.Shown, page.KeepSecrets);
        return new Step(model, [new Effect.Run(cancellationToken =>
        {
            var found = hunt.Search.Among(conversation, shown, piece.From, piece.To, keepSecrets, cancellationToken);
            return Task.FromResult<Func<Model, Step>>(next => Take(next, page.Id, hunt, piece, found));
        })]);
    }

    static Step Take(Model model, int id, Hunt hunt, (int From, int To) piece, List<int> found)
    {
        // Another search, or another filter, has been put in its place, or the page was left: n begins anew.
        if (TalkUpdate.Find(model, id) is not { } page || !ReferenceEquals(page.Hunt, hunt) || !ReferenceEquals(page.Search, hunt.Search))
        {
            return model;
        }

        var next = hunt.With(piece, found);
        var hunted = page with { Hunt = next };
        var changed = TalkUpdate.With(model, id, _ => hunted);
        var isFirst = hunt.Count == 0 && next.Count > 0 && ReferenceEquals(model.Page, page);
        var gone = isFirst ? Go(changed, hunted, found[0]) : changed;
        return gone.Then(went => Piece(went, hunted, next));
    }

    static Step End(Model model, TalkPage page, Hunt hunt)
    {
        if (hunt.Count == 0)
        {
            return model.Say($"{hunt.Search} is nowhere", ToastKind.Warning);
        }

        var first = hunt.Below.Count > 0 ? hunt.Above.Count + 1 : 1;
        return model.Say(FormattableString.Invariant(
            $"{first} of {hunt.Count}{(hunt.Below.Count > 0 ? "" : ", from the top again")}: n goes on, N back, Esc clears"));
    }

    static Step Go(Model model, TalkPage page, int number) => PromptUpdate.Go(model, page, page.Rows(model.Look).PlaceOf(number));
}
