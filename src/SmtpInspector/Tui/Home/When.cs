using System.Globalization;

namespace SmtpInspector.Tui.Home;

/// <summary>When something was, as one says it.</summary>
static class When
{
    /// <summary>As <c>today 17:03</c>, <c>yesterday 09:12</c>, <c>12 Nov</c>, <c>12 Nov 2024</c>.</summary>
    /// <param name="time">When it was.</param>
    /// <param name="now">The time it is said at, whose zone counts.</param>
    public static string Of(DateTimeOffset time, DateTimeOffset now)
    {
        var local = time.ToOffset(now.Offset);
        var form = (now.Date - local.Date).Days switch
        {
            0 => "'today' HH:mm",
            1 => "'yesterday' HH:mm",
            _ when local.Year == now.Year => "d MMM",
            _ => "d MMM yyyy",
        };
        return local.ToString(form, CultureInfo.InvariantCulture);
    }
}
