using static SmtpInspector.Tests.Hostile.LineModePlay;

namespace SmtpInspector.Tests.Hostile;

public class HostileReplyTests
{
    public static TheoryData<string> Rows => Names(row => row is { Tls: "none", IsSlow: false });

    [Theory, MemberData(nameof(Rows))]
    public Task Ends_as_promised_and_is_recorded_to_the_last_octet(string row) => PlayAsync(row);
}

public class HostileTlsTests
{
    public static TheoryData<string> Rows => Names(row => row is { Tls: not "none", IsSlow: false });

    [Theory, MemberData(nameof(Rows))]
    public Task Ends_as_promised_and_is_recorded_to_the_last_octet(string row) => PlayAsync(row);
}

public class HostileSilenceTests
{
    public static TheoryData<string> Rows => Names(row => row.IsSlow);

    [Theory, MemberData(nameof(Rows))]
    public Task Ends_as_promised_and_is_recorded_to_the_last_octet(string row) => PlayAsync(row);
}

/// <summary>The endless ones, with less memory than they send, and of the others one in nine, so that the whole program is seen too.</summary>
public class HostileProgramTests
{
    public static TheoryData<string> Rows =>
        [.. HostileRows.All.Where((row, number) => row.IsEndless || (number % 9 == 0 && !row.IsSlow)).Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public Task The_program_ends_as_promised_too_and_in_bounded_memory(string row) => PlayInProcessOfItsOwnAsync(row);
}
