using System.Collections.Immutable;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Talking;

/// <summary>What a conversation asks, as a dialog, as soon as nothing else lies over its page.</summary>
static class Questions
{
    const string Answer = "answer";

    /// <summary>Opens the dialog where there is a question that is not shown yet.</summary>
    public static Step Show(Model model)
    {
        if (model.Overlay is not null || model.Page is not TalkPage { Question: { } question } page)
        {
            return model;
        }

        return model with { Overlay = new Overlay.Dialog(FormOf(question, model), (next, form, button) => Answered(next, page.Id, question, form, button)) };
    }

    static Form FormOf(Question question, Model model) => new()
    {
        Title = question.Title,
        Text = [.. question.Text.Select(line => StyledLine.Of(Safe.FromText(line, model.Look.Form)))],
        Fields = question.AsksForSecret is { } label
            ? [new FormField.TextLine(Answer, label, TextField.Of("", masked: true))] : ImmutableList<FormField>.Empty,
        Buttons = question.Choices,
        // With nothing to fill in, the answer that does no harm is the one that Enter gives.
        Focus = question.AsksForSecret is null ? question.WhenDismissed : 0,
    };

    static Step Answered(Model model, int conversation, Question question, Form form, int? button)
    {
        var text = question.AsksForSecret is not null && button == 0 ? form.TextOf(Answer) : "";
        var next = model.WithPages(page => page is TalkPage talk && talk.Id == conversation ? talk with { Question = null } : page);
        return new Step(next, [new Effect.Answer(conversation, button ?? question.WhenDismissed, text)]);
    }
}
