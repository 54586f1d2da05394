using System.Buffers;
using System.Globalization;

namespace SmtpInspector.Protocol.Message;

/// <summary>Reads a date-time, obsolete forms included (RFC 5322 §3.3, §4.3).</summary>
/// <param name="body">An unfolded field body.</param>
sealed class MailDateParser(string body)
{
    static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    readonly List<string> _comments = [];
    StructuredReader _reader = new(body);
    string? _problem;
    bool _isObsolete;

    /// <summary>The date; null when none can be made out.</summary>
    public MailDate? Parse(out string? problem)
    {
        var date = ParseDateTime();
        problem = _problem;
        return date;
    }

    MailDate? ParseDateTime()
    {
        var dayName = ParseDayName();
        if (!TryNumber(1, 2, "the day of the month", out var day)
            || !TryMonth(out var month)
            || !TryYear(out var year)
            || !TryNumber(2, 2, "the hour", out var hour)
            || !TryColon()
            || !TryNumber(2, 2, "the minute", out var minute))
        {
            return null;
        }

        var second = 0;
        if (_reader.Next == ':' && !(TryColon() && TryNumber(2, 2, "the second", out second)))
        {
            return null;
        }

        var (offset, isZoneKnown) = ParseZone();
        if (!IsInRange(year, month, day, hour, minute, second))
        {
            return null;
        }

        var local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
        if (dayName is { } name && name != (int)local.DayOfWeek)
        {
            Fail($"that day is a {DayNames[(int)local.DayOfWeek]}, not a {DayNames[name]}");
        }

        // Behind the zone a comment may stand in today's syntax too: "(PST)".
        _reader.SkipCfws();
        if (!_reader.AtEnd)
        {
            Fail($"{Shown.Quote(_reader.Rest.ToString())} stands behind the date");
        }

        // Seconds are added, since the sixtieth of a leap second is no time of day to the runtime.
        return new MailDate(Moment(local, offset).AddSeconds(second), isZoneKnown, _isObsolete);
    }

    int? ParseDayName()
    {
        Skip();
        if (!char.IsAsciiLetter(_reader.Next))
        {
            return null;
        }

        var name = _reader.TakeAtom();
        var index = IndexOf(DayNames, name);
        if (index < 0)
        {
            Fail($"{Shown.Quote(name.ToString())} is no day's name of three letters");
        }

        Skip();
        if (!_reader.TryTake(','))
        {
            Fail("no comma stands behind the day's name");
        }

        Skip();
        return index < 0 ? null : index;
    }

    bool TryMonth(out int month)
    {
        Skip();
        var name = _reader.TakeAtom();
        month = IndexOf(MonthNames, name) + 1;
        if (month == 0)
        {
            Fail($"the month is {Shown.Quote(name.ToString())}, not a name of three letters");
        }

        return month > 0;
    }

    bool TryYear(out int year)
    {
        Skip();
        if (!TryDigits(2, int.MaxValue, "the year", out year, out var digits))
        {
            return false;
        }

        // RFC 5322 §4.3: two digits from 00 to 49 are of this century; other two, and any three, count from 1900.
        _isObsolete |= digits < 4;
        year += digits switch
        {
            2 when year < 50 => 2000,
            2 or 3 => 1900,
            _ => 0,
        };
        Skip();
        return true;
    }

    bool TryColon()
    {
        Skip();
        if (_reader.TryTake(':'))
        {
            Skip();
            return true;
        }

        Fail("the time of day is not hour:minute:second");
        return false;
    }

    bool TryNumber(int least, int most, string what, out int number)
    {
        if (!TryDigits(least, most, what, out number, out _))
        {
            return false;
        }

        Skip();
        return true;
    }

    bool TryDigits(int least, int most, string what, out int number, out int digits)
    {
        number = 0;
        digits = _reader.Rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? _reader.Rest.Length : digits;
        if (digits == 0)
        {
            Fail($"{what} is missing where {Shown.Quote(_reader.Rest.ToString())} stands");
            return false;
        }

        var text = _reader.Take(digits);
        if (digits < least || digits > most)
        {
            // Still understood, where it is a number at all.
            Fail($"{what} has the wrong number of digits");
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            Fail($"{what} is too large");
            return false;
        }

        return true;
    }

    (TimeSpan Offset, bool IsKnown) ParseZone()
    {
        Skip();
        if (_reader.Next is not ('+' or '-'))
        {
            return ParseZoneName();
        }

        var sign = _reader.Take(1)[0] == '-' ? -1 : 1;
        var digits = _reader.TakeAtom();
        if (digits.Length != 4 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            Fail($"the zone is {Shown.Quote(digits.ToString())}, not four digits behind its sign");
            return (TimeSpan.Zero, false);
        }

        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (number % 100 > 59)
        {
            Fail("the zone's minutes are over 59");
            return (TimeSpan.Zero, false);
        }

        // RFC 5322 §3.3: -0000 is Universal Time too, and says that nothing is known of the local zone.
        return (sign * new TimeSpan(number / 100, number % 100, 0), number != 0 || sign > 0);
    }

    // RFC 5322 §4.3: names are obsolete, and all but these few mean nothing certain, the military letters included.
    (TimeSpan Offset, bool IsKnown) ParseZoneName()
    {
        var name = _reader.TakeAtom();
        if (name.IsEmpty || name.ContainsAnyExcept(Letters))
        {
            Fail(name.IsEmpty ? "the zone is missing" : $"the zone is {Shown.Quote(name.ToString())}, not a sign and four digits");
            return (TimeSpan.Zero, false);
        }

        _isObsolete = true;
        return name.ToString().ToUpperInvariant() switch
        {
            "UT" or "GMT" => (TimeSpan.Zero, true),
            "EDT" => (TimeSpan.FromHours(-4), true),
            "EST" or "CDT" => (TimeSpan.FromHours(-5), true),
            "CST" or "MDT" => (TimeSpan.FromHours(-6), true),
            "MST" or "PDT" => (TimeSpan.FromHours(-7), true),
            "PST" => (TimeSpan.FromHours(-8), true),
            _ => (TimeSpan.Zero, false),
        };
    }

    bool IsInRange(int year, int month, int day, int hour, int minute, int second)
    {
        // RFC 5322 §3.3: 1900 or later. The end is the runtime's, with room for any zone.
        if (year is < 1900 or > 9998)
        {
            Fail("the year is not between 1900 and 9998");
            return false;
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"{MonthNames[month - 1]} {year} has no day {day}"));
            return false;
        }

        // RFC 5322 §3.3: 00:00:00 through 23:59:60, for the leap second.
        if (hour > 23 || minute > 59 || second > 60)
        {
            Fail("the time of day is not between 00:00:00 and 23:59:60");
            return false;
        }

        return true;
    }

    // The grammar allows offsets up to 99 hours, the runtime those that clocks have.
    static DateTimeOffset Moment(DateTime local, TimeSpan offset) => offset.Duration() <= TimeSpan.FromHours(14)
        ? new DateTimeOffset(local, offset)
        : new DateTimeOffset(local - offset, TimeSpan.Zero);

    // RFC 5322 §4.3: comments between the parts of a date are obsolete.
    void Skip()
    {
        _reader.SkipCfws(_comments);
        _isObsolete |= _comments.Count > 0;
    }

    void Fail(string problem) => _problem ??= problem;

    static int IndexOf(string[] names, ReadOnlySpan<char> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (name.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
