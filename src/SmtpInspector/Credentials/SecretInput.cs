using System.Text;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Credentials;

/// <summary>Asks for a password: at a terminal without echo, else the first line of standard input. Never an argument.</summary>
public static class SecretInput
{
    /// <summary>More than any password; beyond it something else was piped in by mistake.</summary>
    const int Longest = 64 * 1024;

    /// <summary>Asks on standard error where standard input is a terminal, and reads it from there.</summary>
    /// <param name="prompt">What is asked for, such as <c>Password</c>.</param>
    /// <exception cref="SecretInputException">None came, or it cannot be used; the message says which.</exception>
    /// <exception cref="OperationCanceledException">Ctrl-C or Ctrl-D was pressed.</exception>
    public static string Read(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            using var input = StandardStreams.OpenInput();
            return ReadLine(input);
        }

        return Usable(Ask($"{prompt}: "));
    }

    /// <summary>Asks at the terminal, without echo. Backspace and Ctrl-U mend what was typed.</summary>
    /// <param name="prompt">Written on standard error as it stands.</param>
    /// <returns>What was typed; it may be empty.</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C or Ctrl-D was pressed.</exception>
    public static string Ask(string prompt)
    {
        Console.Error.Write(prompt);
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.Error.WriteLine();
        }
    }

    /// <summary>Reads one line of UTF-8; its line ending, LF or CR LF, is not part of it.</summary>
    /// <exception cref="SecretInputException">None came, or it cannot be used.</exception>
    public static string ReadLine(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var octets = new MemoryStream();
        var block = new byte[4096];
        while (octets.Length <= Longest && input.Read(block) is > 0 and var count)
        {
            octets.Write(block, 0, count);
        }

        var text = octets.ToArray().AsSpan();
        var end = text.IndexOf((byte)'\n');
        if (end >= 0 && !text[(end + 1)..].Trim("\r\n"u8).IsEmpty)
        {
            throw new SecretInputException("standard input holds more than one line; the secret is to be the only one");
        }

        var line = end < 0 ? text : text[..end];
        if (line is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        try
        {
            return Usable(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(line));
        }
        catch (DecoderFallbackException)
        {
            throw new SecretInputException("the secret on standard input is not UTF-8, which AUTH wants (RFC 4616 §2)");
        }
    }

    static string Usable(string secret) => secret switch
    {
        "" => throw new SecretInputException("no secret was given: type it at the prompt, or pipe it in, as in: printf %s \"$PASSWORD\" | smtp-inspector credentials ..."),
        { Length: > Longest } => throw new SecretInputException("what came on standard input is too long for a secret"),
        _ when secret.Contains('\0', StringComparison.Ordinal) => throw new SecretInputException("the secret holds a NUL, which divides the parts of AUTH PLAIN and cannot stand in one (RFC 4616 §2)"),
        _ => secret,
    };

    static string ReadKeys()
    {
        var typed = new StringBuilder();

        // Ctrl-C as a key: the terminal is put in order again before the program goes.
        var before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key)
                {
                    case { Key: ConsoleKey.Enter }:
                        return typed.ToString();
                    case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when typed.Length == 0:
                        throw new OperationCanceledException();
                    case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }:
                        typed.Clear();
                        break;
                    case { Key: ConsoleKey.Backspace } when typed.Length > 0:
                        typed.Length -= typed.Length > 1 && char.IsLowSurrogate(typed[^1]) ? 2 : 1;
                        break;
                    case { KeyChar: >= ' ' and not '\x7f' }:
                        typed.Append(key.KeyChar);
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = before;
        }
    }
}
