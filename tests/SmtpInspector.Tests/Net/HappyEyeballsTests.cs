using System.Net;
using System.Net.Sockets;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class HappyEyeballsTests
{
    static readonly IPAddress Six1 = IPAddress.Parse("2001:db8::1");
    static readonly IPAddress Six2 = IPAddress.Parse("2001:db8::2");
    static readonly IPAddress Four1 = IPAddress.Parse("192.0.2.1");
    static readonly IPAddress Four2 = IPAddress.Parse("192.0.2.2");

    readonly ManualTime _time = new();
    readonly Dictionary<IPAddress, TaskCompletionSource<Connection>> _attempts = [];
    readonly HappyEyeballs<Connection> _race;

    public HappyEyeballsTests() => _race = new(
        (address, _) =>
        {
            _attempts[address] = new();
            return _attempts[address].Task;
        },
        _time);

    [Fact]
    public void The_families_alternate_and_the_resolvers_first_leads() =>
        Assert.Equal([Six1, Four1, Six2, Four2], HostAddresses.Interleave([Six1, Six2, Four1, Four2]));

    [Fact]
    public void What_is_left_of_one_family_comes_last() =>
        Assert.Equal([Four1, Six1, Four2], HostAddresses.Interleave([Four1, Four2, Six1]));

    [Fact]
    public async Task The_second_address_is_tried_when_the_first_is_silent_for_a_while()
    {
        var race = _race.ConnectAsync([Six1, Four1], CancellationToken.None);
        Assert.Equal([Six1], _attempts.Keys);

        _time.Advance(HappyEyeballs<Connection>.Stagger);
        await Started(Four1);
        var connection = new Connection();
        _attempts[Four1].SetResult(connection);

        Assert.Same(connection, await race);
    }

    [Fact]
    public async Task The_second_address_is_tried_at_once_when_the_first_fails()
    {
        var race = _race.ConnectAsync([Six1, Four1], CancellationToken.None);
        _attempts[Six1].SetException(new SocketException((int)SocketError.NetworkUnreachable));
        await Started(Four1);
        var connection = new Connection();
        _attempts[Four1].SetResult(connection);

        Assert.Same(connection, await race);
        Assert.Equal(Six1, Assert.Single(_race.Failed).Address);
    }

    [Fact]
    public async Task The_first_address_may_still_win_after_the_second_was_begun()
    {
        var race = _race.ConnectAsync([Six1, Four1], CancellationToken.None);
        _time.Advance(HappyEyeballs<Connection>.Stagger);
        await Started(Four1);
        var first = new Connection();
        _attempts[Six1].SetResult(first);

        Assert.Same(first, await race);
        var late = new Connection();
        _attempts[Four1].SetResult(late);
        Assert.True(await late.Disposed.Task);
        Assert.False(first.Disposed.Task.IsCompleted);
    }

    [Fact]
    public async Task When_all_fail_each_failure_is_known()
    {
        var race = _race.ConnectAsync([Six1, Four1], CancellationToken.None);
        _attempts[Six1].SetException(new SocketException((int)SocketError.NetworkUnreachable));
        await Started(Four1);
        _attempts[Four1].SetException(new SocketException((int)SocketError.ConnectionRefused));

        Assert.Null(await race);
        Assert.Equal([Six1, Four1], _race.Failed.Select(attempt => attempt.Address));
    }

    [Fact]
    public async Task Cancelling_ends_the_race()
    {
        using var cancel = new CancellationTokenSource();
        var race = _race.ConnectAsync([Six1, Four1], cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => race);
    }

    async Task Started(IPAddress address)
    {
        while (!_attempts.ContainsKey(address))
        {
            await Task.Yield();
        }
    }

    sealed class Connection : IDisposable
    {
        public TaskCompletionSource<bool> Disposed { get; } = new();

        public void Dispose() => Disposed.SetResult(true);
    }
}
