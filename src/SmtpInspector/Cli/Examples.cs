using System.CommandLine;

namespace SmtpInspector.Cli;

/// <summary>Examples of every verb's use; a test keeps them understood by the program itself.</summary>
static class Examples
{
    /// <summary>Something to type, and what it does.</summary>
    /// <param name="Verb">The verb it stands under; empty for the program's own help.</param>
    /// <param name="Line">What is typed, for a POSIX shell.</param>
    /// <param name="Meaning">What it does, in a sentence without its period.</param>
    public sealed record Example(string Verb, string Line, string Meaning);

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("", "smtp-inspector", "the home screen: practice servers, lessons, your servers and records"),
        new("", "smtp-inspector connect ses:eu-west-1 --auth auto --user AKIA...", "talk to Amazon SES, logged in"),
        new("", "smtp-inspector connect mail.example.org:587 --save talk.smtp", "talk to any server, and keep the conversation"),
        new("", "smtp-inspector show talk.smtp", "print it again, judged"),
        new("", "smtp-inspector run talk.smtp practice", "say the same to another server, and see which replies differ"),
        new("", "smtp-inspector learn", "learn SMTP by speaking it, one lesson after the other"),
        new("", "smtp-inspector explain 550 5.7.1", "say what codes mean"),

        new("connect", "smtp-inspector connect practice", "type to the practice server; EHLO me.example is a good beginning"),
        new("connect", "smtp-inspector connect practice --auth auto", "the same, logged in already"),
        new("connect", "smtp-inspector connect practice:postfix --fault greylisting", "another server to practise on, with trouble"),
        new("connect", "smtp-inspector connect mail.example.org", "port 465, TLS from the first octet"),
        new("connect", "smtp-inspector connect mail.example.org:587 --tls starttls", "EHLO and STARTTLS are sent first; without TLS nothing more is"),
        new("connect", "smtp-inspector connect mail.example.org:25 --tls none", "in the clear; STARTTLS typed by hand still begins TLS"),
        new("connect", "smtp-inspector connect ses:us-east-1 --auth plain --user AKIA... --save talk.smtp", "log in to Amazon SES, asked for the password; record without it"),
        new("connect", @"printf 'EHLO me.example\nQUIT\n' | smtp-inspector connect gmail", "lines from a pipe, each sent when the one before is answered"),
        new("connect", "smtp-inspector connect mail.example.org --json < lines.txt", "the conversation as JSON Lines, for a program to read"),

        new("run", "smtp-inspector run talk.smtp", "say it again to the server named in the file"),
        new("run", "smtp-inspector run talk.smtp practice", "say it to the practice server instead"),
        new("run", "smtp-inspector run talk.smtp ses:eu-west-1 --user AKIA... --password-stdin < password", "with a credential for what the file leaves out"),

        new("show", "smtp-inspector show talk.smtp", "print it with times, findings and a summary"),
        new("show", "smtp-inspector show --strict talk.smtp", "exit with 1 when an RFC's MUST is broken in it"),
        new("show", "smtp-inspector show --json talk.smtp", "one JSON object a line"),
        new("show", "smtp-inspector show --markdown talk.smtp", "for a ticket: what was said, what was found, links to the RFCs"),
        new("show", "smtp-inspector show talk.smtp --against other.smtp", "two conversations side by side: what differs, in words"),
        new("show", "smtp-inspector show --eml talk.smtp > message.eml", "the message alone, octet for octet"),

        new("open", "smtp-inspector open talk.smtp", "read it on the full screen, with what there is to say about each line"),

        new("import", "smtp-inspector import swaks.log -o talk.smtp", "make a transcript of what swaks printed"),
        new("import", "smtp-inspector import --list", "the programs whose recordings can be read, and how to make one"),
        new("import", "smtp-inspector show debug.txt", "what is recorded need not be imported to be shown, run or opened"),
        new("import", "smtp-inspector import maillog --format postfix --number 2", "the second conversation of a log"),

        new("explain", "smtp-inspector explain 550", "a reply code"),
        new("explain", "smtp-inspector explain 5.7.1 STARTTLS SIZE", "an enhanced status code, a command, an extension"),
        new("explain", "smtp-inspector explain mail from", "a command and the replies an RFC lists for it"),
        new("explain", "smtp-inspector explain --in talk.smtp 12", "line 12 of a transcript, where it stands: what it means there, and what may come next"),

        new("serve", "smtp-inspector serve", "play Amazon SES on free ports until stopped; prints ports, user name and password"),
        new("serve", "smtp-inspector serve --port 4650 --starttls-port 5870 --ca-out ca.pem --verbose", "on these ports, with the certificate to trust in a file"),
        new("serve", "smtp-inspector serve --idle 300 --verified example.org --save-messages received", "patient, for senders of example.org, keeping what it accepts"),
        new("serve", "smtp-inspector serve postfix --fault greylisting --fault 421=RCPT", "play Postfix, and make trouble"),
        new("serve", "smtp-inspector serve --list", "the servers it can play and the faults it can have"),
        new("serve", "smtp-inspector serve strict --list", "more of one of them"),

        new("learn", "smtp-inspector learn", "go on with the first lesson that is not done"),
        new("learn", "smtp-inspector learn --list", "the lessons, and how far you have come"),
        new("learn", "smtp-inspector learn 4 --line", "the fourth lesson, in line mode"),
        new("learn", "smtp-inspector learn smuggling", "a lesson by its name"),
        new("learn", "smtp-inspector learn --lessons my-lessons --check", "play the lessons you have written against the practice server"),

        new("credentials", "smtp-inspector credentials plain AKIA...", "the base64 of AUTH PLAIN, asked for the password"),
        new("credentials", "smtp-inspector credentials login AKIA... < password", "the two answers of AUTH LOGIN, the password from a file"),
        new("credentials", "smtp-inspector credentials decode AHVzZXIAcGFzcw==", "what a base64 text says, and what is wrong with it"),
        new("credentials", "smtp-inspector credentials ses eu-west-1", "the SES password of a secret access key, asked for the key"),

        new("profiles", "smtp-inspector profiles", "the servers named in the config file"),
        new("profiles", "smtp-inspector connect work", "talk to the one named work"),

        new("trust", "smtp-inspector trust", "the certificates that you chose to trust"),
        new("trust", "smtp-inspector trust --forget mail.example.org:465", "be asked about that server's certificate again"),

        new("completion", "smtp-inspector completion bash", "the script; for this shell: source <(smtp-inspector completion bash)"),
        new("completion", "smtp-inspector completion bash >> ~/.bash_completion", "for every shell to come"),
        new("completion", "smtp-inspector completion fish | source", "the same for fish; zsh and powershell print their line on top"),
    ];

    /// <summary>The examples of a command; where a verb's part has none of its own, the verb's.</summary>
    public static IEnumerable<Example> Of(Command command)
    {
        var names = Names(command);
        var own = All.Where(example => example.Verb == names).ToArray();
        return own.Length > 0 ? own : All.Where(example => example.Verb == names.Split(' ')[0]);
    }

    // "credentials login": the names from the verb down.
    static string Names(Command command)
    {
        var names = new List<string>();
        for (Symbol? symbol = command; symbol is Command and not RootCommand; symbol = symbol.Parents.FirstOrDefault())
        {
            names.Insert(0, symbol.Name);
        }

        return string.Join(' ', names);
    }
}
