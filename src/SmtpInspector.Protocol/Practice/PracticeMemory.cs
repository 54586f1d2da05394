namespace SmtpInspector.Protocol.Practice;

/// <summary>What the conversations of one practice server share: a bound on content held, what was accepted, and whom a fault has struck.</summary>
/// <param name="contentLimit">How many octets of content all unfinished messages together may hold.</param>
public sealed class PracticeMemory(long contentLimit)
{
    /// <summary>Beyond this many remembered addresses the oldest knowledge is dropped: greylisting anew harms nobody.</summary>
    const int StruckLimit = 10_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, int> _struck = new(StringComparer.OrdinalIgnoreCase);
    long _content;
    long _messages;

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

    /// <summary>How many messages were accepted.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Counts an accepted message.</summary>
    public void Accepted() => Interlocked.Increment(ref _messages);

    /// <summary>Whether a fault that strikes so many times strikes once more; counted when it does.</summary>
    /// <param name="times">How often it may.</param>
    /// <param name="whom">The fault and whom it strikes.</param>
    public bool Strikes(int times, string whom)
    {
        lock (_lock)
        {
            var struck = _struck.GetValueOrDefault(whom);
            if (struck >= times)
            {
                return false;
            }

            if (_struck.Count >= StruckLimit)
            {
                _struck.Clear();
            }

            _struck[whom] = struck + 1;
            return true;
        }
    }
}
