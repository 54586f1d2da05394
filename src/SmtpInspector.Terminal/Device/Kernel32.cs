using System.Runtime.InteropServices;

namespace SmtpInspector.Terminal.Device;

/// <summary>The few functions of the Windows console that are needed.</summary>
static unsafe partial class Kernel32
{
    public const int StandardInput = -10;
    public const int StandardOutput = -11;
    public const uint Utf8 = 65001;
    public const uint Infinite = 0xFFFFFFFF;
    public const uint WaitTimeout = 0x102;

    // Input modes: ENABLE_WINDOW_INPUT, ENABLE_EXTENDED_FLAGS (which alone turns quick edit off), ENABLE_VIRTUAL_TERMINAL_INPUT.
    public const uint RawInput = 0x0008 | 0x0080 | 0x0200;

    // Output modes: ENABLE_PROCESSED_OUTPUT, ENABLE_WRAP_AT_EOL_OUTPUT, ENABLE_VIRTUAL_TERMINAL_PROCESSING.
    public const uint RawOutput = 0x0001 | 0x0002 | 0x0004;

    [LibraryImport("kernel32")]
    public static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32")]
    public static partial int GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32")]
    public static partial int SetConsoleMode(nint handle, uint mode);

    [LibraryImport("kernel32")]
    public static partial uint GetConsoleCP();

    [LibraryImport("kernel32")]
    public static partial uint GetConsoleOutputCP();

    [LibraryImport("kernel32")]
    public static partial int SetConsoleCP(uint page);

    [LibraryImport("kernel32")]
    public static partial int SetConsoleOutputCP(uint page);

    [LibraryImport("kernel32")]
    public static partial int FlushConsoleInputBuffer(nint handle);

    [LibraryImport("kernel32")]
    public static partial int ReadConsoleInputW(nint handle, InputRecord* records, uint length, out uint read);

    [LibraryImport("kernel32")]
    public static partial int WriteFile(nint handle, byte* bytes, uint length, out uint written, nint overlapped);

    [LibraryImport("kernel32")]
    public static partial int GetConsoleScreenBufferInfo(nint handle, ScreenBufferInfo* info);

    [LibraryImport("kernel32")]
    public static partial uint WaitForMultipleObjects(uint count, nint* handles, int all, uint milliseconds);

    /// <summary>INPUT_RECORD, with KEY_EVENT_RECORD in its union.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    public struct InputRecord
    {
        public const ushort KeyEvent = 1;
        public const ushort WindowBufferSizeEvent = 4;

        [FieldOffset(0)]
        public ushort EventType;

        [FieldOffset(4)]
        public int KeyDown;

        [FieldOffset(8)]
        public ushort RepeatCount;

        [FieldOffset(10)]
        public ushort VirtualKey;

        [FieldOffset(14)]
        public char UnicodeChar;
    }

    /// <summary>CONSOLE_SCREEN_BUFFER_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ScreenBufferInfo
    {
        public short BufferColumns;
        public short BufferRows;
        public short CursorColumn;
        public short CursorRow;
        public ushort Attributes;
        public short WindowLeft;
        public short WindowTop;
        public short WindowRight;
        public short WindowBottom;
        public short MaximumColumns;
        public short MaximumRows;
    }
}
