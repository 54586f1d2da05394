using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Home;

/// <summary>To the home screen and from it. There is one; what else is open goes on beneath it.</summary>
static class Homes
{
    /// <summary>Goes there.</summary>
    public static Step Go(Model model)
    {
        var home = model.Beneath.OfType<HomePage>().FirstOrDefault() ?? new HomePage();
        var others = model.Beneath.Push(model.Page).Where(static page => page is not HomePage);
        var next = model with
        {
            Page = home with { Query = TextField.Empty, Selected = null, List = ListView.Start },
            Beneath = [.. others.Reverse()],
            Overlay = null,
        };
        return new Step(next, [Load]);
    }

    /// <summary>Reads what the home screen shows of files.</summary>
    public static Effect Load { get; } = new Effect.Run(static _ =>
    {
        var data = HomeData.Load(TimeProvider.System);
        return Task.FromResult<Func<Model, Step>>(model => Take(model, data));
    });

    /// <summary>Brings a conversation to the front.</summary>
    public static Step Bring(Model model, int conversation) =>
        model.Beneath.OfType<TalkPage>().FirstOrDefault(page => page.Id == conversation) is not { } page ? model : model with
        {
            Page = page,
            Beneath = [.. model.Beneath.Push(model.Page).Where(other => (other as TalkPage)?.Id != conversation).Reverse()],
            Overlay = null,
        };

    /// <summary>With a change to the home screen, wherever it is.</summary>
    public static Model With(Model model, Func<HomePage, HomePage> change) => model.WithPages(page => page is HomePage home ? change(home) : page);

    static Step Take(Model model, HomeData data)
    {
        var isNews = data.Problem is { } problem && model.Beneath.Push(model.Page).OfType<HomePage>().All(page => page.Data.Problem != problem);
        var next = With(model, page => page with { Data = data });
        return isNews ? next.Say(Safe.FromText(data.Problem!, model.Look.Form), ToastKind.Warning) : next;
    }
}
