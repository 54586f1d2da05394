namespace SmtpInspector.Terminal.Device;

/// <summary>
/// Standard input, output and error, also where the program was started without one of them, as by <c>&lt;&amp;-</c> in a
/// shell or by a daemon: the first file that the runtime opens for itself then has its number.
/// </summary>
public static class StandardStreams
{
    // FD_CLOEXEC. What was handed down came over exec, so that it cannot bear it; all that the runtime opens bears it.
    const int ClosesOnExecute = 1;

    /// <summary>Makes a stream that the program was started without an empty one for all who use <see cref="Console"/>.</summary>
    public static void Settle()
    {
        if (!IsOpen(StandardDescriptor.Input))
        {
            Console.SetIn(TextReader.Null);
        }

        if (!IsOpen(StandardDescriptor.Output))
        {
            Console.SetOut(TextWriter.Null);
        }

        if (!IsOpen(StandardDescriptor.Error))
        {
            Console.SetError(TextWriter.Null);
        }
    }

    /// <summary>Standard input; nothing to read where there is none.</summary>
    public static Stream OpenInput() => IsOpen(StandardDescriptor.Input) ? Console.OpenStandardInput() : Stream.Null;

    /// <summary>Standard output; where there is none, what is written goes nowhere, as its user has asked for.</summary>
    public static Stream OpenOutput() => IsOpen(StandardDescriptor.Output) ? Console.OpenStandardOutput() : Stream.Null;

    static bool IsOpen(StandardDescriptor descriptor) =>
        OperatingSystem.IsWindows() || (Libc.Control((int)descriptor, Libc.GetDescriptorFlags) & ClosesOnExecute) == 0;
}
