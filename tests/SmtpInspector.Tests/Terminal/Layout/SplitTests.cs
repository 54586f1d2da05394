using FsCheck.Xunit;
using SmtpInspector.Terminal.Layout;

namespace SmtpInspector.Tests.Terminal.Layout;

public class SplitTests
{
    public static TheoryData<int, Track[], int[]> Cases => new()
    {
        { 10, [Track.Fixed(1), Track.Share(), Track.Fixed(2)], [1, 7, 2] },
        { 10, [Track.Share(), Track.Share()], [5, 5] },
        { 11, [Track.Share(), Track.Share(), Track.Share()], [3, 4, 4] },
        { 12, [Track.Share(1), Track.Share(2)], [4, 8] },
        { 10, [Track.Share(min: 8), Track.Share(min: 1)], [8, 2] },
        { 10, [Track.Share(max: 2), Track.Share()], [2, 8] },
        { 10, [Track.Share(max: 2), Track.Share(max: 3)], [2, 3] },
        { 2, [Track.Fixed(1), Track.Share(min: 3), Track.Fixed(1)], [1, 1, 0] },
        { 0, [Track.Fixed(1), Track.Share()], [0, 0] },
        { -5, [Track.Share()], [0] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_gets_what_it_needs_in_order_and_then_its_share(int total, Track[] tracks, int[] sizes)
    {
        var given = new int[tracks.Length];
        Split.Sizes(total, tracks, given);

        Assert.Equal(sizes, given);
    }

    [Fact]
    public void Rows_and_columns_lie_side_by_side()
    {
        var area = new Rect(3, 4, 20, 10);

        Assert.Equal([new Rect(3, 4, 20, 1), new(3, 5, 20, 9)], Split.Rows(area, Track.Fixed(1), Track.Share()));
        Assert.Equal([new Rect(3, 4, 5, 10), new(8, 4, 15, 10)], Split.Columns(area, Track.Share(1), Track.Share(3)));
    }

    [Property(MaxTest = 300)]
    public void No_cell_is_given_twice_or_lost_while_someone_can_use_it(ushort total, byte[] wishes)
    {
        var tracks = wishes.Select(wish => new Track(wish % 7, wish / 7 % 4, (wish % 7) + (wish / 28 * 9))).ToArray();
        var sizes = new int[tracks.Length];

        Split.Sizes(total, tracks, sizes);

        var sum = sizes.Sum();
        Assert.True(sum <= total);
        Assert.All(sizes.Zip(tracks), pair => Assert.InRange(pair.First, 0, pair.Second.Max));
        Assert.True(sum == total || !sizes.Zip(tracks).Any(pair => pair.First < pair.Second.Max && pair.Second.Weight > 0));
    }
}
