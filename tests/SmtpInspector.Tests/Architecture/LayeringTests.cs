using System.Reflection;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Tests.Architecture;

/// <summary>The arrows between the rooms of the house: a namespace uses what stands before it in its list, and nothing else.</summary>
public class LayeringTests
{
    static readonly Assembly Protocol = typeof(WireLine).Assembly;
    static readonly Assembly TerminalLibrary = typeof(RawTerminal).Assembly;
    static readonly Assembly Program = typeof(SmtpInspector.Cli.CommandLine).Assembly;

    // Each room, and the rooms it may use. docs/architecture.md draws the same picture.
    static readonly Dictionary<string, string[]> ProtocolRooms = new()
    {
        ["Wire"] = [],
        ["Findings"] = [],
        ["Message"] = [],
        ["Sasl"] = [],
        ["Grammar"] = ["Wire", "Findings"],
        ["Rules"] = ["Grammar"],
        ["Conversation"] = ["Wire", "Findings", "Grammar"],
        ["Redaction"] = ["Wire", "Grammar", "Conversation"],
        ["Lints"] = ["Wire", "Findings", "Grammar", "Rules", "Conversation", "Message"],
        ["Judgement"] = ["Wire", "Findings", "Grammar", "Conversation", "Redaction", "Lints"],
        ["Comparison"] = ["Wire", "Findings", "Grammar", "Conversation", "Redaction", "Judgement"],
        ["Transcripts"] = ["Wire", "Grammar", "Conversation", "Redaction"],
        ["Importing"] = ["Wire", "Findings", "Grammar", "Conversation", "Redaction", "Judgement", "Transcripts"],
        ["Knowledge"] = ["Findings", "Grammar", "Rules"],
        ["Expectations"] = ["Wire", "Grammar", "Rules", "Conversation", "Lints"],
        ["Explaining"] = ["Wire", "Findings", "Grammar", "Rules", "Conversation", "Judgement", "Knowledge", "Expectations"],
        ["Typing"] = ["Grammar", "Rules", "Conversation", "Lints"],
        ["Practice"] = ["Findings", "Grammar", "Knowledge", "Sasl"],
        ["Lessons"] = ["Wire", "Findings", "Grammar", "Conversation", "Judgement", "Transcripts", "Practice"],
    };

    static readonly Dictionary<string, string[]> ProgramRooms = new()
    {
        ["Net"] = [],
        ["Config"] = ["Net"],
        ["Practice"] = ["Net"],
        ["Credentials"] = [],
        ["Session"] = ["Net"],
        ["Kept"] = ["Net", "Config", "Session"],
        ["LineMode"] = ["Net", "Session", "Kept"],
        ["Json"] = ["Session"],
        ["Show"] = ["Session", "LineMode", "Json"],
        ["Lessons"] = ["Net", "Session", "Kept", "LineMode"],
        ["Tui"] = ["Net", "Config", "Session", "Kept", "LineMode", "Json", "Show", "Lessons"],
        ["Cli"] = ["Net", "Config", "Practice", "Credentials", "Session", "Kept", "LineMode", "Json", "Show", "Lessons", "Tui"],
    };

    public static TheoryData<string> RoomsOfProtocol => [.. ProtocolRooms.Keys];

    public static TheoryData<string> RoomsOfTheProgram => [.. ProgramRooms.Keys];

    [Theory, MemberData(nameof(RoomsOfProtocol))]
    public void A_room_of_the_protocol_uses_only_those_before_it(string room) =>
        AssertArrows(Protocol, "SmtpInspector.Protocol", room, ProtocolRooms[room]);

    [Theory, MemberData(nameof(RoomsOfTheProgram))]
    public void A_room_of_the_program_uses_only_those_before_it(string room) =>
        AssertArrows(Program, "SmtpInspector", room, ProgramRooms[room]);

    [Fact]
    public void Every_room_has_its_place()
    {
        Assert.Equal(ProtocolRooms.Keys.Order(), Rooms(Protocol, "SmtpInspector.Protocol").Order());
        Assert.Equal(ProgramRooms.Keys.Order(), Rooms(Program, "SmtpInspector").Order());
    }

    [Theory]
    [InlineData(nameof(ProtocolRooms))]
    [InlineData(nameof(ProgramRooms))]
    public void No_room_stands_before_itself(string house)
    {
        var rooms = house == nameof(ProtocolRooms) ? ProtocolRooms : ProgramRooms;
        var seen = new HashSet<string>();
        foreach (var (room, before) in rooms)
        {
            Assert.Subset(seen, before.ToHashSet());
            seen.Add(room);
        }
    }

    [Fact]
    public void The_protocol_touches_no_socket_file_console_process_or_clock()
    {
        var forbidden =
            from type in Protocol.GetTypes()
            where !type.IsNested
            from used in UsedTypes.Of(type)
            where used.FullName is "System.IO.File" or "System.IO.FileStream" or "System.IO.Directory" or "System.Console"
                or "System.TimeProvider" or "System.Diagnostics.Stopwatch" or "System.Diagnostics.Process"
                || (used.Namespace ?? "").StartsWith("System.Net", StringComparison.Ordinal)
            select $"{type.FullName} uses {used.FullName}";
        AssertNone(forbidden);
    }

    [Fact]
    public void The_libraries_know_nothing_of_each_other_nor_of_any_package()
    {
        Assert.All(References(Protocol), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.All(References(TerminalLibrary), name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Win32.Primitives", $"{name} is a package or a project"));
        string[] packages = ["System.Reactive", "System.CommandLine", "Spectre.Console"];
        Assert.DoesNotContain(References(Protocol).Concat(References(TerminalLibrary)), packages.Contains);
    }

    static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    static void AssertArrows(Assembly assembly, string root, string room, string[] before)
    {
        var wrong =
            from type in assembly.GetTypes()
            where !type.IsNested && RoomOf(type, root) == room
            from used in UsedTypes.Of(type)
            where used.Assembly == assembly && RoomOf(used, root) is { } other && other != room && !before.Contains(other)
            select $"{type.FullName} uses {used.FullName}";
        AssertNone(wrong);
    }

    static void AssertNone(IEnumerable<string> uses)
    {
        var list = string.Join('\n', uses.Order(StringComparer.Ordinal));
        Assert.True(list.Length == 0, list);
    }

    static IEnumerable<string> Rooms(Assembly assembly, string root) =>
        assembly.GetTypes().Select(type => RoomOf(type, root)).OfType<string>().Distinct();

    // The part of the namespace behind the root; null for what stands at the door, as Program does, or is the compiler's.
    static string? RoomOf(Type type, string root) =>
        type.Namespace is { } name && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;
}
