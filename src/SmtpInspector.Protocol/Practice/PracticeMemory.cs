namespace SmtpInspector.Protocol.Practice;

/// <summary>What the conversations of one practice server share: a bound on content held, and whom a fault has struck.</summary>
/// <param name="contentLimit">How many octets of content all unfinished messages together may hold.</param>
public sealed class PracticeMemory(long contentLimit)
{
    /// <summary>Beyond this many remembered addresses the oldest knowledge is dropped: greylisting anew harms nobody.</summary>
    const int StruckLimit = 10_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, int> _struck = new(StringComparer.OrdinalIgnoreCase);
    long _content;

    /// <summary>Takes room for content; false, and nothing taken, when there is not enough.</summary>
    public bool TryTake(int octets)
    {
        if (Interlocked.Add(ref _content, octets) <= contentLimit)
        {
            return true;
        }

        Interlocked.Add(ref _content, -octets);
        return false;
    }

    /// <summary>Gives room back.</summary>
    public void GiveBack(long octets) => Interlocked.Add(ref _content, -octets);

    /// <summary>Whether <paramref name="fault"/> strikes <paramref name="whom"/> now; counted when it does.</summary>
    public bool Strikes(PracticeFault fault, string whom)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Times == 0)
        {
            return true;
        }

        lock (_lock)
        {
            var key = $"{fault.Name} {whom}";
            var times = _struck.GetValueOrDefault(key);
            if (times >= fault.Times)
            {
                return false;
            }

            if (_struck.Count >= StruckLimit)
            {
                _struck.Clear();
            }

            _struck[key] = times + 1;
            return true;
        }
    }
}
