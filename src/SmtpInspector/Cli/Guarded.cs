using SmtpInspector.Config;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>Turns what can go wrong before and around a conversation into one line and an exit status.</summary>
static class Guarded
{
    /// <summary>Runs a verb.</summary>
    public static async Task<int> RunAsync(Func<Task<ExitStatus>> verb)
    {
        try
        {
            return (int)await verb();
        }
        catch (UsageException wrong)
        {
            return Say(wrong.Message, ExitStatus.Usage);
        }
        catch (ConfigException wrong)
        {
            return Say(wrong.Message, ExitStatus.Usage);
        }
        catch (TranscriptException wrong)
        {
            return Say($"Not a transcript: {wrong.Message}", ExitStatus.Transcript);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitStatus.Interrupted;
        }
        catch (IOException broken) when (IsBrokenPipe(broken))
        {
            // Whoever read the output has gone, as head does: there is no one left to tell.
            return 0;
        }
    }

    /// <summary>Explains an exit status in one line on standard error.</summary>
    public static int Say(string message, ExitStatus status)
    {
        Console.Error.WriteLine($"smtp-inspector: {Terminal.Text.Safe.FromText(message.ReplaceLineEndings(" "))}");
        return (int)status;
    }

    static bool IsBrokenPipe(IOException error) => error.HResult is 32 or unchecked((int)0x8007006D);
}
