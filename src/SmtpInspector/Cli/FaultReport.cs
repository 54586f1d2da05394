using System.Runtime.InteropServices;
using System.Text;

namespace SmtpInspector.Cli;

/// <summary>What the program says of a fault of its own.</summary>
static class FaultReport
{
    /// <summary>
    /// The kinds of the exceptions and where they came from. Not their messages: those of the runtime quote what could not
    /// be understood, and that may be a line of the conversation, a credential among them.
    /// </summary>
    public static string Of(Exception fault)
    {
        var text = new StringBuilder();
        text.AppendLine("smtp-inspector: this is a fault of the program, not yours and not the server's. Please report it with these lines; they quote nothing of the conversation.");
        text.AppendLine(FormattableString.Invariant($"{typeof(FaultReport).Assembly.GetName().Version} on {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}"));
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            text.AppendLine(cause.GetType().FullName);
            text.AppendLine(cause.StackTrace);
        }

        return text.ToString().TrimEnd();
    }
}
