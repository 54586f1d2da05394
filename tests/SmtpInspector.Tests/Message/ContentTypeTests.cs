using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class ContentTypeTests
{
    static string Show(ContentType type) =>
        $"{type.MediaType} {string.Join(' ', type.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"))}".TrimEnd();

    [Theory]
    [InlineData("TEXT/Plain", "text/plain")]
    [InlineData("text/plain; charset=us-ascii (Plain text)", "text/plain charset=us-ascii")]
    [InlineData("text/plain; charset=\"us-ascii\"", "text/plain charset=us-ascii")]
    [InlineData("(a) text (b) / (c) plain (d) ; (e) Charset (f) = (g) X (h)", "text/plain charset=X")]
    [InlineData("a/b; x=\"a;b\\\"c\\\\d\" ; y=z;", "a/b x=a;b\"c\\d y=z")]
    [InlineData("a/b; x=\"\"", "a/b x=")]
    public void A_media_type_is_read_as_the_standard_writes_it(string body, string shown)
    {
        var type = ContentType.Parse(body);
        Assert.Equal(shown, Show(type));
        Assert.Null(type.Problem);
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData("text", "text/plain")]
    [InlineData("text/", "text/plain")]
    [InlineData("a/b c", "a/b")]
    [InlineData("a/b; x", "a/b")]
    [InlineData("a/b; x=", "a/b x=")]
    [InlineData("a/b; =x; y=z", "a/b y=z")]
    [InlineData("a/b; x=y z.txt; u=v", "a/b x=y z.txt u=v")]
    [InlineData("a/b; x=\"open", "a/b x=open")]
    [InlineData("a/b; x=\"y\" junk; u=v", "a/b x=y u=v")]
    [InlineData("a/b; x=1; x=2", "a/b x=1")]
    public void A_media_type_that_is_wrong_is_understood_as_far_as_possible(string body, string shown)
    {
        var type = ContentType.Parse(body);
        Assert.Equal(shown, Show(type));
        Assert.NotNull(type.Problem);
    }

    [Theory]
    [InlineData("a/b; url*0=\"ftp://\"; url*1=\"cs.utk.edu/pub\"", "a/b url=ftp://cs.utk.edu/pub")]
    [InlineData("a/b; t*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", "a/b t=This is ***fun***")]
    [InlineData("a/b; t*0*=us-ascii'en'This%20is%20even%20more%20; t*1*=%2A%2A%2Afun%2A%2A%2A%20; t*2=\"isn't it!\"", "a/b t=This is even more ***fun*** isn't it!")]
    [InlineData("a/b; t*1=b; t*0=a", "a/b t=ab")]
    [InlineData("a/b; t*0*=utf-8''%E2%82; t*1*=%AC", "a/b t=\u20AC")]
    [InlineData("a/b; t*=''%C3%A4", "a/b t=\u00E4")]
    [InlineData("a/b; t=plain; t*=utf-8''%C3%A4", "a/b t=\u00E4")]
    [InlineData("a/b; t*=iso-8859-1''%e4", "a/b t=\u00E4")]
    [InlineData("a/b; t*=utf-8''100%", "a/b t=100%")]
    [InlineData("a/b; t*=x-unknown''a%E4", "a/b t=a\\xE4")]
    [InlineData("a/b; t*01=x", "a/b t*01=x")]
    public void Pieces_and_charsets_of_RFC_2231_are_joined_and_decoded(string body, string shown)
    {
        var type = ContentType.Parse(body);
        Assert.Equal(shown, Show(type));
        Assert.Null(type.Problem);
    }

    [Theory]
    [InlineData("a/b; t*0=a; t*2=c", "a/b t=a")]
    [InlineData("a/b; t*1=b", "a/b t=")]
    [InlineData("a/b; t*=no-quotes%20here", "a/b t=no-quotes here")]
    [InlineData("a/b; t*0=a; t*0=b", "a/b t=a")]
    public void What_is_missing_of_the_pieces_is_said(string body, string shown)
    {
        var type = ContentType.Parse(body);
        Assert.Equal(shown, Show(type));
        Assert.NotNull(type.Problem);
    }

    [Fact]
    public void Charset_and_language_of_a_parameter_are_kept()
    {
        var parameter = Assert.Single(ContentType.Parse("a/b; t*=ISO-8859-1'de'%E4").Parameters);
        Assert.Equal(("ISO-8859-1", "de"), (parameter.Charset, parameter.Language));
    }

    [Fact]
    public void A_hostile_number_of_parameters_is_cut()
    {
        var type = ContentType.Parse("a/b" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $";p{i}=v")));
        Assert.InRange(type.Parameters.Count, 1, 1000);
        Assert.NotNull(type.Problem);
    }

    [Theory]
    [InlineData("attachment; filename=\"a b.txt\"", "attachment", "a b.txt", true)]
    [InlineData("INLINE", "inline", null, false)]
    [InlineData("attachment; filename*=utf-8''%e2%82%ac.txt; filename=\"EUR.txt\"", "attachment", "\u20AC.txt", true)]
    [InlineData("form-data; name=x", "form-data", null, true)]
    public void A_disposition_says_how_the_part_wants_to_be_shown(string body, string type, string? fileName, bool isAttachment)
    {
        var disposition = ContentDisposition.Parse(body);
        Assert.Equal((type, fileName, isAttachment), (disposition.Type, disposition.FileName, disposition.IsAttachment));
        Assert.Null(disposition.Problem);
    }
}
