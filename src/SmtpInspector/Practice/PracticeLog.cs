using SmtpInspector.Net.Practice;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Practice;

/// <summary>Tells what happens at the practice server: a line for each thing, and a file for each message.</summary>
sealed class PracticeLog(TextWriter output, TextWriter error, bool verbose, string? folder) : IDisposable
{
    readonly MessageFolder? _folder = folder is null ? null : new(folder);
    readonly Lock _writing = new();
    bool _isDeaf;

    /// <summary>Makes the folder for messages; null, or why that cannot be done.</summary>
    public string? Prepare() => _folder?.Prepare();

    /// <summary>Prints what scripts wait for.</summary>
    public void Announce(string text) => Print(output, text);

    /// <summary>Takes a notice.</summary>
    public void Write(PracticeNotice notice)
    {
        if (_isDeaf)
        {
            return;
        }

        if (notice is PracticeNotice.Accepted(_, var message) && _folder?.Save(message) is { } trouble)
        {
            Print(error, $"cannot save message {message.Message.Id}: {trouble}");
        }

        if (notice is PracticeNotice.Failed(var connection, var exception))
        {
            Print(error, $"connection {connection} failed inside the practice server, please report: {exception}");
        }
        else if (verbose)
        {
            Print(output, Line(notice));
        }
    }

    /// <summary>After this nothing is written any more: the writers are the caller's again.</summary>
    public void Dispose() => _isDeaf = true;

    static string Line(PracticeNotice notice) => notice switch
    {
        PracticeNotice.Connected(var number, var remote, var implicitTls) => $"[{number}] connected from {remote} ({(implicitTls ? "implicit TLS" : "STARTTLS")})",
        PracticeNotice.TlsStarted(var number, var protocol) => $"[{number}] {protocol}",
        PracticeNotice.TlsFailed(var number, var reason) => $"[{number}] TLS failed: {Safe.FromText(reason)}",
        PracticeNotice.PlaintextDiscarded(var number, var octets) => $"[{number}] discarded {octets} octets sent in the clear behind STARTTLS",
        PracticeNotice.Accepted(var number, var message) => $"[{number}] message {message.Message.Id} {ReceivedText.Of(message)}",
        PracticeNotice.Closed(var number, var reason) => $"[{number}] closed: {reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "no line for this notice"),
    };

    void Print(TextWriter writer, string line)
    {
        try
        {
            lock (_writing)
            {
                writer.WriteLine(line);
                writer.Flush();
            }
        }
        catch (IOException)
        {
            // Who was reading the list has closed the pipe. The clients being served have nothing to do with that.
        }
    }
}
