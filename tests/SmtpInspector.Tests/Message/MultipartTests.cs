using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class MultipartTests
{
    const string Mixed = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    static string[] Bodies(string content) =>
        [.. Octets.Read(content).Root.All().Skip(1).Select(part => $"{part.Number} {Octets.Text(content, part.Body)}")];

    [Fact]
    public void The_example_of_the_standard_has_two_parts_a_preamble_and_an_epilogue()
    {
        // RFC 2046 §5.1.1
        const string content =
            "From: Nathaniel Borenstein <nsb@bellcore.com>\r\nMIME-Version: 1.0\r\n"
            + "Content-type: multipart/mixed; boundary=\"simple boundary\"\r\n\r\n"
            + "This is the preamble.  It is to be ignored, though it\r\nis a handy place.\r\n\r\n"
            + "--simple boundary\r\n\r\nThis is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.\r\n"
            + "--simple boundary\r\nContent-type: text/plain; charset=us-ascii\r\n\r\nThis is explicitly typed.\r\nIt DOES end with a linebreak.\r\n\r\n"
            + "--simple boundary--\r\n\r\nThis is the epilogue.\r\n";
        var root = Octets.Read(content).Root;
        Assert.Equal(BoundaryState.Closed, root.Boundary);
        Assert.Equal("This is the preamble.  It is to be ignored, though it\r\nis a handy place.\r\n", Octets.Text(content, root.Preamble));
        Assert.Equal("\r\nThis is the epilogue.\r\n", Octets.Text(content, root.Epilogue));
        Assert.Equal(
            ["1 This is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.", "2 This is explicitly typed.\r\nIt DOES end with a linebreak.\r\n"],
            Bodies(content));
        Assert.Equal("us-ascii", root.Children[1].Charset);
    }

    [Theory]
    [InlineData("--b\r\n\r\nx\r\n--b--\r\n", "1 x")]
    [InlineData("--b\r\n\r\nx\r\n--b--", "1 x")]
    [InlineData("--b\n\nx\n--b--\n", "1 x")]
    [InlineData("--b\r\n\nx\n\r\n--b\n\r\ny\r\n--b--", "1 x\n", "2 y")]
    [InlineData("--b \t\r\n\r\nx\r\n--b-- \r\n", "1 x")]
    [InlineData("--b\r\n\r\n\r\n--b--\r\n", "1 ")]
    [InlineData("--b\r\n\r\n--b--\r\n", "1 ")]
    [InlineData("--b\r\n--b\r\nA: b\r\n--b--\r\n", "1 ", "2 ")]
    [InlineData("--b\r\n\r\nx\r\n --b\r\n--bb\r\n--b--x\r\n--B\r\n--b--\r\n", "1 x\r\n --b\r\n--bb\r\n--b--x\r\n--B")]
    [InlineData("--b\r\n\r\nx\r\n--b--\r\nepilogue\r\n--b\r\n\r\ny\r\n--b--\r\n", "1 x")]
    [InlineData("--b\r\n\r\nx\r\n", "1 x\r\n")]
    [InlineData("--b--\r\n")]
    [InlineData("none\r\n")]
    public void Parts_reach_from_boundary_to_boundary(string body, params string[] parts) => Assert.Equal(parts, Bodies(Mixed + body));

    [Theory]
    [InlineData("", BoundaryState.NotFound)]
    [InlineData("--b\r\n\r\nx", BoundaryState.NotClosed)]
    [InlineData("--b--", BoundaryState.Closed)]
    public void What_is_missing_of_the_boundaries_is_known(string body, BoundaryState state) =>
        Assert.Equal(state, Octets.Read(Mixed + body).Root.Boundary);

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed; boundary=\"\"")]
    public void Without_a_boundary_parameter_there_are_no_parts(string type)
    {
        var root = Octets.Read($"Content-Type: {type}\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n").Root;
        Assert.Equal(BoundaryState.NotNamed, root.Boundary);
        Assert.Empty(root.Children);
    }

    [Fact]
    public void An_outer_boundary_ends_every_part_within()
    {
        // RFC 2046 §5.1.2
        const string content = Mixed
            + "--b\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n\r\ncut off\r\n"
            + "--b\r\n\r\nnext\r\n--b--\r\n";
        Assert.Equal(["1 --inner\r\n\r\ncut off", "1.1 cut off", "2 next"], Bodies(content));
        Assert.Equal(BoundaryState.NotClosed, Octets.Read(content).Root.Children[0].Boundary);
    }

    [Fact]
    public void A_boundary_that_begins_like_another_is_told_from_it()
    {
        const string content = "Content-Type: multipart/mixed; boundary=bb\r\n\r\n"
            + "--bb\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n--bb\r\n\r\ny\r\n--bb--\r\n";
        Assert.Equal(["1 --b\r\n\r\nx\r\n--b--", "1.1 x", "2 y"], Bodies(content));
    }

    [Fact]
    public void Of_two_multiparts_with_the_same_boundary_the_inner_one_ends_first()
    {
        const string content = Mixed
            + "--b\r\n" + Mixed + "--b\r\n\r\nx\r\n--b--\r\n--b\r\n\r\ny\r\n--b--\r\n";
        Assert.Equal(["1 --b\r\n\r\nx\r\n--b--", "1.1 x", "2 y"], Bodies(content));
    }

    [Fact]
    public void A_message_within_is_a_part_with_a_header_of_its_own()
    {
        const string content = Mixed
            + "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nx\r\n--i--\r\n--b--\r\n";
        var inner = Octets.Read(content).Root.Children[0].Children[0];
        Assert.Equal("1.1", inner.Number);
        Assert.Equal("inner", inner.Field("subject")!.Value);
        Assert.Equal("x", Octets.Text(content, inner.Children[0].Body));
    }

    [Theory]
    [InlineData("Content-Type: message/rfc822\r\n", 1)]
    [InlineData("Content-Type: message/rfc822\r\n\r\n", 1)]
    [InlineData("Content-Type: message/rfc822\r\n\r\nno header\r\n", 1)]
    [InlineData("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogeA==\r\n", 0)]
    [InlineData("Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n", 0)]
    public void A_message_cut_short_or_encoded_is_no_surprise(string content, int children) =>
        Assert.Equal(children, Octets.Read(content).Root.Children.Count);

    [Fact]
    public void Parts_of_a_digest_are_messages_unless_they_say_otherwise()
    {
        const string content = "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\nSubject: one\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\n\r\ny\r\n--b--\r\n";
        var parts = Octets.Read(content).Root.Children;
        Assert.Equal(["message/rfc822", "text/plain"], parts.Select(part => part.ContentType.MediaType));
        Assert.Equal("one", parts[0].Children[0].Field("Subject")!.Value);
    }

    [Theory]
    [InlineData("boundary=\"a b\"", "--a b")]
    [InlineData("boundary=\"a\\\"b\"", "--a\"b")]
    [InlineData("boundary=a (comment)", "--a")]
    [InlineData("boundary=\"a \"", "--a")]
    [InlineData("boundary=gc0pJq0M:08jU534c0p", "--gc0pJq0M:08jU534c0p")]
    [InlineData("boundary*0=ab; boundary*1=cd", "--abcd")]
    [InlineData("boundary*=us-ascii''a%20b", "--a b")]
    [InlineData("boundary=\u00FC", "--\u00FC")]
    [InlineData("boundary=\"\u00C3\u00BC\"", "--\u00C3\u00BC")]
    [InlineData("boundary=a; boundary=b", "--a")]
    public void A_boundary_may_be_written_in_many_ways(string parameter, string delimiter) =>
        Assert.Single(Octets.Read($"Content-Type: multipart/mixed; {parameter}\r\n\r\n{delimiter}\r\n\r\nx\r\n{delimiter}--\r\n").Root.Children);

    [Fact]
    public void Nesting_ends_at_the_limit_of_depth()
    {
        var content = string.Concat(Enumerable.Range(0, 200).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));
        var parts = Octets.Read(content).Root.All().ToList();
        Assert.Equal(new ReaderLimits().Depth, parts.Count);
        Assert.True(parts[^1].IsTreeCut);
    }

    [Fact]
    public void Parts_end_at_the_limit_of_their_number_and_outer_boundaries_still_count()
    {
        var content = Mixed
            + "--b\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n" + string.Concat(Enumerable.Repeat("--i\r\n\r\nx\r\n", 20)) + "--i--\r\n"
            + "--b\r\n\r\ny\r\n--b--\r\nepilogue";
        var root = MimeMessage.Read(Octets.Of(content), new ReaderLimits(Parts: 10)).Root;
        Assert.Equal(10, root.All().Count());
        Assert.Equal(BoundaryState.Closed, root.Boundary);
        Assert.Equal("epilogue", Octets.Text(content, root.Epilogue));
        Assert.True(root.IsTreeCut && root.Children[0].IsTreeCut);
    }

    [Fact]
    public void A_large_body_costs_no_memory()
    {
        var reader = new MessageReader();
        reader.Feed(Octets.Of(Mixed + "--b\r\n\r\n"));
        var chunk = new byte[100_000];
        Array.Fill(chunk, (byte)'x');
        reader.Feed(chunk);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 300; i++)
        {
            reader.Feed(chunk);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        reader.Feed(Octets.Of("\r\n--b--\r\n"));
        Assert.Equal(30_100_000, reader.Complete().Root.Children[0].Body.Length);
    }
}
