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
    }

    /// <summary>Runs the whole program, and answers for what nothing else has caught.</summary>
    public static async Task<int> LastAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (IOException broken) when (IsBrokenPipe(broken))
        {
            // Whoever read the output has gone, as head does: there is no one left to tell.
            return 0;
        }
        catch (IOException full) when (IsFullOutput(full))
        {
            // What was said up to here stands in the transcript, where there is one: it is written before it is shown.
            return Say($"The output takes no more: {full.Message}. Nothing was sent after that.", ExitStatus.Usage);
        }
#pragma warning disable CA1031 // What nobody expected: said so that it can be mended, and without what it may give away.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(FaultReport.Of(fault));
            return (int)ExitStatus.Unexpected;
        }
    }

    /// <summary>Explains an exit status in one line on standard error.</summary>
    public static int Say(string message, ExitStatus status)
    {
        Console.Error.WriteLine($"smtp-inspector: {Terminal.Text.Safe.FromText(message.ReplaceLineEndings(" "))}");
        return (int)status;
    }

    // Files have their own ways to say it: ENOSPC, EFBIG and EDQUOT get here from standard output alone.
    static bool IsFullOutput(IOException error) => error.HResult is 28 or 27 or 122 or unchecked((int)0x80070070);

    static bool IsBrokenPipe(IOException error) => error.HResult is 32 or unchecked((int)0x8007006D);
}
