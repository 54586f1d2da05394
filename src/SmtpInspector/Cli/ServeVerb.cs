using System.CommandLine;
using System.Net;
using SmtpInspector.Practice;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>serve [PROFILE]</c>.</summary>
static class ServeVerb
{
    const int WidestText = 100;

    public static Command Create()
    {
        var profile = new Argument<string>("PROFILE") { Description = "The server to play.", HelpName = "PROFILE", DefaultValueFactory = _ => PracticeProfiles.Names[0] };
        profile.CompletionSources.Add(_ => PracticeProfiles.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var port = new Option<int>("--port") { Description = "The port with implicit TLS; a free one when left out.", HelpName = "PORT" };
        var startTlsPort = new Option<int>("--starttls-port") { Description = "The port with STARTTLS; a free one when left out.", HelpName = "PORT" };
        var listen = new Option<string>("--listen") { Description = "The address to listen on, when not loopback: strangers can come then.", HelpName = "ADDRESS" };
        var caOut = new Option<string>("--ca-out") { Description = "Write the certificate to trust (PEM) to this file.", HelpName = "FILE" };
        var verified = new Option<string[]>("--verified") { Description = "Who counts as verified, instead of the profile's.", HelpName = "ADDRESS-OR-DOMAIN,..." };
        var idle = new Option<string>("--idle") { Description = "How long a client may be silent.", HelpName = "SECONDS" };
        var seed = new Option<ulong?>("--seed") { Description = "Make the same credentials and identifiers every time.", HelpName = "N" };
        var fault = new Option<string[]>("--fault") { Description = "A fault that strikes every conversation, repeatable; --list prints them.", HelpName = "NAME[=ARG],..." };
        fault.CompletionSources.Add(_ => FaultNames.All());
        var region = new Option<string>("--region") { Description = "The AWS region that SES's replies name and the password is made for; us-east-1 when left out.", HelpName = "REGION" };
        var verbose = new Option<bool>("--verbose") { Description = "List connections and accepted messages." };
        var save = new Option<string>("--save-messages") { Description = "Save accepted messages as .eml files in this folder.", HelpName = "DIR" };
        var list = new Option<bool>("--list") { Description = "Print profiles and faults, and how to ask for them; behind a PROFILE, more of that one." };
        var command = new Command("serve", "Run a practice server until stopped, for other programs to talk to.")
        {
            profile, port, startTlsPort, listen, caOut, verified, idle, seed, region, fault, verbose, save, list,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var options = new ServeOptions
            {
                Profile = parsed.GetRequiredValue(profile),
                Port = Port("--port", parsed.GetValue(port)),
                StartTlsPort = Port("--starttls-port", parsed.GetValue(startTlsPort)),
                Listen = Address(parsed.GetValue(listen)),
                CaOut = parsed.GetValue(caOut),
                Verified = Words(parsed.GetValue(verified)),
                Idle = ServerOptions.Seconds((parsed.GetValue(idle), idle.Name)),
                Seed = parsed.GetValue(seed),
                Region = Region(parsed.GetValue(region)),
                Faults = FaultNames.Split(parsed.GetValue(fault)),
                Verbose = parsed.GetValue(verbose),
                SaveMessages = parsed.GetValue(save),
                List = parsed.GetValue(list),
                ListsOne = parsed.GetResult(profile) is { Tokens.Count: > 0 },
                Width = Console.IsOutputRedirected ? 80 : Math.Clamp(Console.WindowWidth, 60, WidestText),
            };
            return (ExitStatus)await ServeCommand.RunAsync(options, Console.Out, Console.Error, cancellationToken);
        }));
        return command;
    }

    static int Port(string option, int port) => port is >= 0 and <= 65535
        ? port
        : throw new UsageException($"{option} {port}: a port is a number from 1 to 65535, or 0 for any free one.");

    static IPAddress Address(string? text) => text switch
    {
        null or "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(text, out var address) => address,
        _ => throw new UsageException($"--listen {text}: it is an IP address of this machine, such as 127.0.0.1 or ::1."),
    };

    // As in a target: a region opened tomorrow is used as it stands.
    static string Region(string? text) => text switch
    {
        null => PracticeSettings.DefaultRegion,
        _ when text.Any(char.IsAsciiLetter) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') => text.ToLowerInvariant(),
        _ => throw new UsageException($"--region {text}: it is the name of an AWS region, such as eu-west-1."),
    };

    static string[]? Words(string[]? texts) => texts is null or []
        ? null
        : [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
