using System.Runtime.InteropServices;

namespace SmtpInspector.Terminal.Device;

/// <summary>The few functions of the C library that are needed, in forms that are the same on Linux, macOS and the BSDs.</summary>
static unsafe partial class Libc
{
    public const int StandardInput = 0;
    public const int StandardOutput = 1;
    public const int InterruptedError = 4;

    /// <summary>For tcsetattr: at once, without waiting for output that a stopped terminal may never take.</summary>
    public const int Now = 0;

    // EAGAIN, and TCIFLUSH for tcflush.
    public static int TryAgainError => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>O_CLOEXEC on Linux.</summary>
    public const int CloseOnExecute = 0x80000;

    public static int FlushInput => OperatingSystem.IsLinux() ? 0 : 1;

    /// <summary>F_GETFD, for fcntl: FD_CLOEXEC or 0 for an open descriptor, -1 for none.</summary>
    public const int GetDescriptorFlags = 1;

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsATty(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetAttributes(int descriptor, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetAttributes(int descriptor, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(byte* termios);

    [LibraryImport("libc", EntryPoint = "tcflush")]
    public static partial int Flush(int descriptor, int queue);

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    public static partial int GetForegroundGroup(int descriptor);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    public static partial int GetProcessGroup();

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nint length);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    public static partial int Pipe(int* descriptors);

    // macOS has none; elsewhere it keeps the pipe from programs that are started.
    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    public static partial int PipeForUsAlone(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    // select, not poll: on macOS poll does not take terminals.
    [LibraryImport("libc", EntryPoint = "select", SetLastError = true)]
    public static partial int Select(int count, byte* read, byte* write, byte* except, void* timeout);

    // Variadic, but what is asked for here takes no third argument.
    [LibraryImport("libc", EntryPoint = "fcntl")]
    public static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "raise")]
    public static partial int Raise(int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint Signal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    public static partial int IoControl(int descriptor, nuint request, void* argument);

    // ioctl is variadic. On Apple's ARM64 variadic arguments travel on the stack and not in registers; six
    // arguments that nobody reads fill the registers, and the next one is put where ioctl looks.
    [LibraryImport("libc", EntryPoint = "ioctl")]
    public static partial int IoControlOnAppleArm(
        int descriptor, nuint request, nint unread2, nint unread3, nint unread4, nint unread5, nint unread6, nint unread7, void* argument);
}
