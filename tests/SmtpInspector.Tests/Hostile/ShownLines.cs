using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Hostile;

/// <summary>What line mode prints, as plain text, for those who wait for a part of it.</summary>
sealed class ShownLines(OutputBuffer shown) : ILineOutput
{
    public void Print(StyledLine line, bool hold = false) =>
        shown.Add(Encoding.UTF8.GetBytes(string.Concat(line.Select(run => run.Text.Text)) + "\n"));
}
