using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Scripts;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Exporting;

/// <summary>Saves a conversation to a file, and opens one.</summary>
static class Saving
{
    const string Path = "path";
    const string Format = "format";
    const string Secrets = "secrets";

    /// <summary>Asks where and in which form.</summary>
    public static Step Save(Model model)
    {
        var page = (TalkPage)model.Page;
        var form = new Form
        {
            Title = "Save the conversation",
            Fields =
            [
                new FormField.TextLine(Path, "File", TextField.Of(NameOf(page) + Exports.Endings[0]), "where to; a file that is there is not overwritten without a word",
                    Validate: static text => text.Trim().Length == 0 ? "a name is needed" : null) { IsPath = true },
                new FormField.Choice(Format, "As", Exports.Formats, Hint: "a transcript can be opened, played back and run again"),
                new FormField.Toggle(Secrets, "Secrets", page.KeepSecrets, "with credentials as they were sent; without, {secret:NAME} stands for each"),
            ],
            Buttons = ["Save", "Cancel"],
        };
        return model with
        {
            Overlay = new Overlay.Dialog(form, (next, filled, button) => button == 0 ? Write(next, page, filled, overwrite: false) : next) { Changed = WithEnding },
        };
    }

    /// <summary>Asks which file to open.</summary>
    public static Step Open(Model model) => AskForFile(model, "Open a transcript", "Open", RecordPage.Read);

    /// <summary>Asks which file to compare with.</summary>
    public static Step Compare(Model model) => AskForFile(model, "Compare with a transcript", "Compare", static path => new Effect.ReadFile(path, ComparisonUpdate.Open));

    /// <summary>Asks which file to send.</summary>
    public static Step Script(Model model) => AskForFile(model, "Send a script", "Open", static path => new Effect.ReadFile(path, ScriptUpdate.Open));

    static Model AskForFile(Model model, string title, string button, Func<string, Effect> then)
    {
        var form = new Form
        {
            Title = title,
            Fields =
            [
                new FormField.TextLine(Path, "File", TextField.Empty, "a transcript, or what another program recorded", Validate: static text => text.Trim().Length == 0 ? "a name is needed" : null) { IsPath = true },
            ],
            Buttons = [button, "Cancel"],
        };
        return model with
        {
            Overlay = new Overlay.Dialog(form, (next, filled, pressed) => pressed == 0 ? new Step(next, [then(UserPath.Expand(filled.TextOf(Path).Trim()))]) : next),
        };
    }

    // The ending follows the form for as long as it is the usual one.
    static Form WithEnding(Form before, Form form)
    {
        var (old, chosen) = (before.ChosenOf(Format), form.ChosenOf(Format));
        var path = form.TextOf(Path);
        return old != chosen && path.EndsWith(Exports.Endings[old], StringComparison.Ordinal)
            ? form.With((FormField.TextLine)form.Fields[0] with { Value = TextField.Of(path[..^Exports.Endings[old].Length] + Exports.Endings[chosen]) })
            : form;
    }

    static Step Write(Model model, TalkPage page, Form form, bool overwrite)
    {
        var path = UserPath.Expand(form.TextOf(Path).Trim());
        var source = page with { KeepSecrets = form.IsChecked(Secrets) };
        return new Step(model, [new Effect.Run(cancellationToken => WriteAsync(path, source, form, overwrite, cancellationToken))]);
    }

    static async Task<Func<Model, Step>> WriteAsync(string path, TalkPage page, Form form, bool overwrite, CancellationToken cancellationToken)
    {
        // Put together before the file is touched: what cannot be had whole must not take the place of what is there.
        await using Stream whole = page.Conversation.IsLong ? Aside(path) : new MemoryStream();
        if (!Exports.Write(page, form.ChosenOf(Format), whole))
        {
            return static model => model.Say("No message was sent: there is none to save.", ToastKind.Warning);
        }

        if (!overwrite && File.Exists(path))
        {
            return model => Ask(model, page, form, path);
        }

        whole.Position = 0;
        await using (var file = new FileStream(path, Private(FileMode.Create, FileAccess.Write)))
        {
            await whole.CopyToAsync(file, cancellationToken);
        }

        var length = whole.Length;
        return model => model.Say(Safe.FromText(FormattableString.Invariant($"saved {length:N0} octets: {path}")), ToastKind.Success);
    }

    // A long conversation is put together beside the file it goes to, and not in memory.
    static FileStream Aside(string path)
    {
        var name = $"{path}.{System.IO.Path.GetRandomFileName()}";
        var options = Private(FileMode.CreateNew, FileAccess.ReadWrite);
        options.Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        var aside = new FileStream(name, options);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name at once: nothing is left of it, whatever ends the program.
            File.Delete(name);
        }

        return aside;
    }

    static FileStreamOptions Private(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    static Step Ask(Model model, TalkPage page, Form form, string path) => model with
    {
        Overlay = new Overlay.Dialog(
            new Form
            {
                Title = "Overwrite the file?",
                Text = [Terminal.Styling.StyledLine.Of(Safe.FromText($"{path} is there already."))],
                Buttons = ["Overwrite", "Cancel"],
                Focus = 1,
            },
            (next, _, button) => button == 0 ? Write(next, page, form, overwrite: true) : next),
    };

    static string NameOf(TalkPage page)
    {
        var name = page.Name.EndsWith(".smtp", StringComparison.Ordinal) ? page.Name[..^5] + "-copy" : page.Name;
        return string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '-'));
    }
}
