using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Searching;

/// <summary>What keys do while something is asked for at the bottom, and what comes of it.</summary>
static class PromptUpdate
{
    /// <summary>Opens a prompt.</summary>
    public static Step Open(Model model, PromptKind kind)
    {
        var page = (TalkPage)model.Page;
        var text = kind switch
        {
            PromptKind.Filter => page.Filter?.Text ?? "",
            _ => "",
        };
        var focus = page.Focus == Focus.Line ? Focus.Transcript : page.Focus;
        return model with { Page = page with { Focus = focus, Prompt = new Prompt(kind, TextField.Of(text), Selected(page, model)) } };
    }

    /// <summary>Takes a key.</summary>
    public static Step Handle(Model model, TalkPage page, Prompt prompt, KeyEvent key)
    {
        if (key.Is(Key.Escape) || key.Is('c', KeyModifiers.Ctrl) || key.Is('g', KeyModifiers.Ctrl))
        {
            var closed = page with { Prompt = null, Search = prompt.Kind == PromptKind.Search ? null : page.Search, Hunt = prompt.Kind == PromptKind.Search ? null : page.Hunt };
            return prompt.Kind == PromptKind.Search ? Go(model, closed, prompt.From) : model with { Page = closed };
        }

        if (prompt.Kind is PromptKind.Mark or PromptKind.Jump)
        {
            return key.IsText ? Marked(model, page with { Prompt = null }, prompt.Kind, key.Rune.ToString()) : model;
        }

        if (key.Is(Key.Enter) || key.Is('j', KeyModifiers.Ctrl))
        {
            return prompt.Kind == PromptKind.Search ? EnterSearch(model, page, prompt) : EnterFilter(model, page, prompt);
        }

        if (EditingKeys.Apply(prompt.Field, key) is not { } field)
        {
            return model;
        }

        var typed = page with { Prompt = prompt with { Field = field } };
        return prompt.Kind == PromptKind.Search && !page.Conversation.IsLong ? Preview(model, typed, prompt.From) : model with { Page = typed };
    }

    /// <summary>Takes a paste into what is typed.</summary>
    public static Model Paste(Model model, TalkPage page, Prompt prompt, PasteEvent paste)
    {
        var text = paste.Text;
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return model with { Page = page with { Prompt = prompt with { Field = prompt.Field.Insert(end < 0 ? text : text[..end]) } } };
    }

    /// <summary>Goes to the next or the one before of what is searched for, and says where one is.</summary>
    public static Step Next(Model model, int by)
    {
        var page = (TalkPage)model.Page;
        var rows = page.Rows(model.Look);
        if (page.Search is not { } search || rows.Count == 0)
        {
            return model;
        }

        if (page.Conversation.IsLong)
        {
            return Hunting.Next(model, page, search, by);
        }

        if (search.Next(rows, Selected(page, model), by, includeFirst: false, page.KeepSecrets) is not { } found)
        {
            return model.Say($"{search} is nowhere", ToastKind.Warning);
        }

        var (all, upTo) = search.Count(rows, found.Place, page.KeepSecrets);
        return Go(model, page, found.Place).Then(next => next.Say(FormattableString.Invariant(
            $"{upTo} of {all}{(found.Wrapped ? by > 0 ? ", from the top again" : ", from the bottom again" : "")}")));
    }

    static Step Preview(Model model, TalkPage page, int from)
    {
        var (search, _) = Search.Parse(page.Prompt!.Field.Text);
        var searching = page with { Search = page.Prompt.Field.Text.Length == 0 ? null : search };
        var rows = page.Rows(model.Look);
        return searching.Search is { } found && rows.Count > 0 && found.Next(rows, Math.Min(from, rows.Count - 1), 1, includeFirst: true, page.KeepSecrets) is { } hit
            ? Go(model, searching, hit.Place) : Go(model, searching, from);
    }

    static Step EnterSearch(Model model, TalkPage page, Prompt prompt)
    {
        if (prompt.Field.Text.Length == 0)
        {
            return model with { Page = page with { Prompt = null, Search = null, Hunt = null } };
        }

        var (search, error) = Search.Parse(prompt.Field.Text);
        if (search is null)
        {
            return model.Say(error!, ToastKind.Error);
        }

        var searching = page with { Prompt = null, Search = search };
        var rows = searching.Rows(model.Look);
        if (page.Conversation.IsLong)
        {
            return Hunting.Begin(model, searching, search, searching.Selected(model.Look)?.Number ?? 0);
        }

        if (rows.Count == 0 || search.Next(rows, Math.Min(prompt.From, rows.Count - 1), 1, includeFirst: true, page.KeepSecrets) is not { } found)
        {
            return (model with { Page = searching }).Say($"{search} is nowhere", ToastKind.Warning);
        }

        var (all, upTo) = search.Count(rows, found.Place, page.KeepSecrets);
        return Go(model, searching, found.Place).Then(next => next.Say(FormattableString.Invariant(
            $"{upTo} of {all}{(found.Wrapped ? ", from the top again" : "")}: n goes on, N back, Esc clears")));
    }

    static Step EnterFilter(Model model, TalkPage page, Prompt prompt)
    {
        var (filter, error) = ItemFilter.Parse(prompt.Field.Text, page.KeepSecrets);
        if (error is not null)
        {
            return model.Say(error, ToastKind.Error);
        }

        // The same entry stays selected, or the one before it.
        var number = page.Selected(model.Look)?.Number ?? 0;
        var filtered = Sifting.With(page with { Prompt = null }, filter);
        var step = Go(model, filtered, filtered.Rows(model.Look).PlaceOf(number));
        return filter is null ? step
            : filtered.Sifted == filtered.Conversation.Items.Count ? step.Then(Filtered)
            : step.Then(next => Sifting.Rest(next, page.Id, through => Back(through, page.Id, number)));
    }

    // Whoever has not moved meanwhile is back at the entry that was selected.
    static Step Back(Model model, int id, int number) => model.Page is not TalkPage page || page.Id != id ? model
        : (page.List.Selected == 0 ? Go(model, page, page.Rows(model.Look).PlaceOf(number)) : model).Then(Filtered);

    static Step Filtered(Model model)
    {
        var page = (TalkPage)model.Page;
        return model.Say(FormattableString.Invariant($"{page.Shown!.Count} of {page.Conversation.Items.Count} entries; f and Enter on nothing shows all"));
    }

    static Step Marked(Model model, TalkPage page, PromptKind kind, string letter)
    {
        if (page.Selected(model.Look) is not { } item)
        {
            return model with { Page = page };
        }

        if (kind == PromptKind.Mark)
        {
            return (model with { Page = page with { Marks = page.Marks.SetItem(letter, item.Number) } }).Say($"marked {letter}: ' and {letter} comes back here");
        }

        return page.Marks.TryGetValue(letter, out var number)
            ? Go(model, page, page.Rows(model.Look).PlaceOf(number))
            : (model with { Page = page }).Say($"nothing is marked {letter}", ToastKind.Warning);
    }

    static int Selected(TalkPage page, Model model) =>
        page.List.Follows ? Math.Max(0, page.Rows(model.Look).Count - 1) : page.List.Selected;

    /// <summary>Goes to a place of the transcript.</summary>
    public static Step Go(Model model, TalkPage page, int place)
    {
        var window = TalkLayout.Of(page, model.Size).Window(page, model.Look);
        return model with { Page = TalkUpdate.Move(page, page.List.Arrange(window).Select(window, place)) };
    }
}
