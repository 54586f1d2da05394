using System.Globalization;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class MailDateTests
{
    static string Show(MailDate date) =>
        $"{date.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}{(date.IsZoneKnown ? "" : "?")}{(date.IsObsolete ? " obsolete" : "")}";

    [Theory]
    [InlineData("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00")]
    [InlineData("1 Jul 2003 10:52 +0200", "2003-07-01T10:52:00+02:00")]
    [InlineData("Thu,\t13 Feb 1969\t23:32 -0330 (Newfoundland Time)", "1969-02-13T23:32:00-03:30")]
    [InlineData("Sun, 22 Nov 2026 00:00:00 -0000", "2026-11-22T00:00:00+00:00?")]
    [InlineData("31 Dec 2016 23:59:60 +0000", "2017-01-01T00:00:00+00:00")]
    [InlineData("29 Feb 2024 00:00:00 +1400", "2024-02-29T00:00:00+14:00")]
    [InlineData("1 Jan 2026 00:00:00 +9959", "2025-12-27T20:01:00+00:00")]
    [InlineData("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06+00:00 obsolete")]
    [InlineData("Fri, 21 Nov 97 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00 obsolete")]
    [InlineData("21 Nov 49 09:55 UT", "2049-11-21T09:55:00+00:00 obsolete")]
    [InlineData("21 Nov 50 09:55 PDT", "1950-11-21T09:55:00-07:00 obsolete")]
    [InlineData("21 Nov 103 09:55 EST", "2003-11-21T09:55:00-05:00 obsolete")]
    [InlineData("21 Nov 2003 09:55 A", "2003-11-21T09:55:00+00:00? obsolete")]
    [InlineData("21 Nov 2003 09:55 CEST", "2003-11-21T09:55:00+00:00? obsolete")]
    public void Dates_are_read_as_the_standard_writes_them_obsolete_forms_included(string body, string shown)
    {
        Assert.Equal(shown, Show(MailDate.Parse(body, out var problem)!.Value));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("Mon, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00", "a Fri, not a Mon")]
    [InlineData("Friday, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00", "day's name")]
    [InlineData("Fri 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00", "comma")]
    [InlineData("21 Nov 1997 9:55:06 -0600", "1997-11-21T09:55:06-06:00", "the hour has the wrong number")]
    [InlineData("21 Nov 1997 09:55:06", "1997-11-21T09:55:06+00:00?", "zone is missing")]
    [InlineData("21 Nov 1997 09:55:06 +1", "1997-11-21T09:55:06+00:00?", "four digits")]
    [InlineData("21 Nov 1997 09:55:06 +0160", "1997-11-21T09:55:06+00:00?", "over 59")]
    [InlineData("21 Nov 1997 09:55:06 -0600 x", "1997-11-21T09:55:06-06:00", "behind the date")]
    public void What_is_wrong_with_a_date_need_not_keep_it_from_being_understood(string body, string shown, string problem)
    {
        Assert.Equal(shown, Show(MailDate.Parse(body, out var found)!.Value));
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1997-11-21T09:55:06Z")]
    [InlineData("21 11 1997 09:55:06 -0600")]
    [InlineData("32 Nov 1997 09:55:06 -0600")]
    [InlineData("31 Nov 1997 09:55:06 -0600")]
    [InlineData("29 Feb 2023 09:55:06 -0600")]
    [InlineData("0 Nov 1997 09:55:06 -0600")]
    [InlineData("21 Nov 1899 09:55:06 -0600")]
    [InlineData("31 Dec 9999 23:59:60 -9959")]
    [InlineData("21 Nov 99999999999 09:55:06 -0600")]
    [InlineData("21 Nov 1997 24:00:00 -0600")]
    [InlineData("21 Nov 1997 23:60:00 -0600")]
    [InlineData("21 Nov 1997 23:59:61 -0600")]
    [InlineData("21 Nov 1997 0955 -0600")]
    [InlineData("21 Nov 1997")]
    public void What_is_no_date_is_none_and_said_why(string body)
    {
        Assert.Null(MailDate.Parse(body, out var problem));
        Assert.NotNull(problem);
    }

    [Property]
    public bool A_date_that_is_written_is_read_as_the_same(DateTimeOffset moment)
    {
        var known = new DateTimeOffset(2026, 11, 22, 0, 0, 0, moment.Offset).AddSeconds(moment.Ticks % 1_000_000_000);
        var written = known.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + known.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return MailDate.Parse(written, out var problem) is { IsObsolete: false } date && date.Value == known && date.Value.Offset == known.Offset && problem is null;
    }

    [Property]
    public bool Any_text_is_a_date_or_has_a_problem(string body) =>
        MailDate.Parse(body ?? "", out var problem) is not null || problem is not null;
}
