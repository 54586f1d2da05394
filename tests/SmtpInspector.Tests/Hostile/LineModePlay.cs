using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Hostile;

/// <summary>Plays every row in line mode, within the test's process.</summary>
static class LineModePlay
{
    public static TheoryData<string> Names(Func<HostileRow, bool> which) => [.. HostileRows.All.Where(which).Select(row => row.Name)];

    /// <summary>How long a row may take from its first to its last octet: far longer than any does on a busy machine, and not for ever.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    public static async Task PlayAsync(string name)
    {
        var row = HostileRows.All.Single(candidate => candidate.Name == name);
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(row.Steps);
        var shown = new OutputBuffer();
        server.Client = shown;
        var input = new Pipe();

        var running = LineModeRun.RunAsync(home, server.Endpoint, input.Reader.AsStream(), shown, time: null, row.Arguments(home));
        var typing = TypeAsync(row, shown, octets => input.Writer.WriteAsync(octets).AsTask(), () => input.Writer.Complete());
        var run = await WithinLimitAsync(running, shown);
        await typing;
        var (said, heard) = await server.WholeAsync();

        var context = $"{run.Message}\n{run.Lines}";
        Assert.True(row.Status == run.Status, $"status {run.Status} instead of {row.Status}: {context}");
        Assert.True(row.Findings == Rules(run.Json), $"found \"{Rules(run.Json)}\" instead of \"{row.Findings}\": {context}");
        Assert.True(row.Status is 0 or 1 || run.Message is { Length: > 0 }, "a status without its explanation");
        Assert.Contains(row.Says, run.Message + run.Lines, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(row.Heard ?? Octets.Text(heard), Octets.Text(heard));
        Assert.Empty(run.Complaints);
        Harmless(run.Lines);
        Harmless(run.Json);

        // A tab is text in a transcript.
        Harmless(Encoding.UTF8.GetString(run.Saved).Replace('\t', ' '));
        Complete(row, run.Saved, said, heard);
        Assert.Equal(run.Json, Replayed(run.Saved));
    }

    /// <summary>Plays a row with the program as a process, whose managed memory is bounded.</summary>
    public static async Task PlayInProcessOfItsOwnAsync(string name)
    {
        var row = HostileRows.All.Single(candidate => candidate.Name == name);
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(row.Steps);
        var environment = home.Environment;
        environment["DOTNET_GCHeapHardLimit"] = "0x3000000";

        await using var child = ChildProcess.Start(
            ProgramUnderTest.Executable, ["connect", server.Endpoint, .. row.Arguments(home), "--json", "--save", "saved.smtp"], environment, home.Folder);
        server.Client = child.Output;
        await TypeAsync(row, child.Output, child.WriteAsync, child.CloseInput);
        var ended = await child.EndAsync();
        var (said, heard) = await server.WholeAsync();

        ended.Expect(row.Status);
        Assert.Equal(row.Findings, Rules(ended.Output));
        Assert.True(row.Status is 0 or 1 || ended.Error.Length > 0, "a status without its explanation");
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Harmless(ended.Output);
        Harmless(ended.Error);
        var saved = File.ReadAllBytes(home.Path("saved.smtp"));
        Complete(row, saved, said, heard);
        Assert.Equal(ended.Output, Replayed(saved));
    }

    // The input ends in any case: a run that waits for more of it would tell less than one that ends too early.
    static async Task TypeAsync(HostileRow row, OutputBuffer shown, Func<byte[], Task> type, Action end)
    {
        await type(Octets.Of(row.Options.Contains("--password-stdin") ? "hunter2secret\n" + row.Input : row.Input));
        if (row.Then is { } then && await shown.UntilAsync(then.Shown, Limit))
        {
            await type(Octets.Of(then.Lines));
        }

        end();
    }

    /// <summary>What comes of a run, unless it takes longer than <see cref="Limit"/>.</summary>
    public static async Task<LineModeRun.Result> WithinLimitAsync(Task<LineModeRun.Result> running, OutputBuffer shown)
    {
        try
        {
            return await running.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not over within {Limit.TotalSeconds} s:\n{shown}");
            throw;
        }
    }

    // Every rule that was found, once, in alphabetical order.
    public static string Rules(string json)
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in json.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var parsed = JsonDocument.Parse(line);
            if (parsed.RootElement.TryGetProperty("findings", out var findings))
            {
                rules.UnionWith(findings.EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!));
            }
        }

        return string.Join(' ', rules);
    }

    public static void Harmless(string output) => Assert.DoesNotContain(output.EnumerateRunes(), rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The file has every octet of both sides, and written again from its events it is the same file.</summary>
    public static void Complete(HostileRow row, byte[] saved, byte[] said, byte[] heard)
    {
        var document = TranscriptDocument.Parse(saved);
        var events = document.Events().ToList();
        var output = new ArrayBufferWriter<byte>();
        output.Write(Encoding.UTF8.GetBytes(document.Header.Render()));
        var writer = new TranscriptWriter();
        foreach (var happened in events)
        {
            writer.Write(happened, [], output);
        }

        Assert.Equal(Octets.Text(saved), Octets.Text(output.WrittenSpan));
        var server = Side(events, Direction.Server);
        var client = Side(events, Direction.Client);
        if (!row.IsHandshake)
        {
            Assert.StartsWith(Octets.Text(heard), client, StringComparison.Ordinal);
        }

        if (row.IsNoConversation)
        {
            return;
        }

        Assert.True(
            row.IsCut ? Octets.Text(said).StartsWith(server, StringComparison.Ordinal) && server.Length > 0 : Octets.Text(said) == server,
            $"said:\n{Octets.Text(said.AsSpan(0, Math.Min(said.Length, 3000)))}\nsaved:\n{server[..Math.Min(server.Length, 3000)]}");
    }

    static string Side(IEnumerable<ConversationEvent> events, Direction direction) => string.Concat(
        events.OfType<ConversationEvent.Line>().Where(line => line.Wire.Direction == direction).Select(line => Octets.Text(line.Wire.Bytes.Span)));

    // What is shown of the file is what was shown of the conversation.
    static string Replayed(byte[] saved)
    {
        var document = TranscriptDocument.Parse(saved);
        var judge = new ConversationJudge(document.StartState());
        var json = new Json.EntryJson(keepSecrets: true);
        var output = new StringBuilder();
        foreach (var entry in document.Events().SelectMany(happened => judge.Apply(happened).ToList()).Concat(judge.Finish().ToList()))
        {
            if (json.TryRender(entry, out var line))
            {
                output.Append(Encoding.UTF8.GetString(line.Span));
            }
        }

        return output.ToString();
    }
}
