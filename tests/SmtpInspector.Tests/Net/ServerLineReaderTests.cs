using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class ServerLineReaderTests
{
    [Fact]
    public async Task A_line_that_is_not_complete_is_not_there_yet_and_nothing_is_consumed()
    {
        await using var wire = new ScriptedWire("250 o"u8.ToArray(), "k\r\n"u8.ToArray());
        var reader = new ServerLineReader(wire, TimeProvider.System);
        Assert.True(await wire.ReceiveAsync(CancellationToken.None));

        Assert.False(reader.TryRead(out _));
        Assert.Equal("250 o", Encoding.ASCII.GetString(wire.Buffered.Span));
        Assert.Equal("250 ok\r\n", await reader.LineAsync());
    }

    [Fact]
    public async Task A_time_stamp_is_that_of_the_last_octet()
    {
        var time = new ManualTime();
        await using var wire = new ScriptedWire("250 o"u8.ToArray(), "k\r\n250 same segment\r\n"u8.ToArray())
        {
            OnReceive = () => time.Advance(TimeSpan.FromSeconds(1)),
        };
        var reader = new ServerLineReader(wire, time);

        Assert.Equal(TimeSpan.FromSeconds(2), TimeSpan.FromTicks((await reader.ReadAsync(CancellationToken.None))!.Timestamp));
        Assert.Equal(TimeSpan.FromSeconds(2), TimeSpan.FromTicks((await reader.ReadAsync(CancellationToken.None))!.Timestamp));
    }

    [Theory]
    [InlineData(ServerLineReader.LongestLine, false)]
    [InlineData(ServerLineReader.LongestLine + 1, true)]
    [InlineData(10 * ServerLineReader.LongestLine, true)]
    public async Task A_line_is_cut_only_beyond_the_longest(int length, bool isCut)
    {
        await using var wire = new ScriptedWire(Encoding.ASCII.GetBytes(new string('x', length - 2) + "\r\n"));
        var line = await new ServerLineReader(wire, TimeProvider.System).ReadAsync(CancellationToken.None);

        Assert.Equal(isCut, line!.IsCut);
        Assert.Equal(ServerLineReader.LongestLine, line.Wire.Bytes.Length);
    }

    [Fact]
    public async Task An_endless_line_comes_in_pieces_of_bounded_size()
    {
        await using var server = LoopbackServer.Start(async socket =>
        {
            var much = new byte[ServerLineReader.LongestLine];
            for (var i = 0; i < 8; i++)
            {
                await socket.SendAsync(much);
            }
        });
        await using var wire = await Client.DialAsync(server);
        var reader = new ServerLineReader(wire, TimeProvider.System);
        for (var i = 0; i < 8; i++)
        {
            var piece = await reader.ReadAsync(CancellationToken.None);
            Assert.True(piece!.IsCut);
            Assert.Equal(i * ServerLineReader.LongestLine, piece.Wire.Offset);
        }

        Assert.Null(await reader.ReadAsync(CancellationToken.None));
    }

    [Property]
    public async Task However_the_octets_come_the_lines_are_the_same(byte[][] chunks)
    {
        await using var wire = new ScriptedWire([.. chunks.Where(chunk => chunk is { Length: > 0 })]);
        var reader = new ServerLineReader(wire, TimeProvider.System);
        var joined = new List<byte>();
        while (await reader.ReadAsync(CancellationToken.None) is { } line)
        {
            Assert.Equal(joined.Count, line.Wire.Offset);
            Assert.DoesNotContain((byte)'\n', line.Wire.Bytes.Span[..^1].ToArray());
            joined.AddRange(line.Wire.Bytes.Span);
        }

        Assert.Equal(chunks.SelectMany(chunk => chunk ?? []), joined);
    }
}
