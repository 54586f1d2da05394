using System.Globalization;
using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Where a rule was broken: the first few places are kept, all are counted.</summary>
/// <param name="id">The rule.</param>
sealed class Occurrences(FindingId id)
{
    const int MostKept = 3;

    // Made with the first occurrence: mostly there is none.
    List<Finding>? _kept;
    long _count;

    /// <summary>The rule.</summary>
    public FindingId Id { get; } = id;

    /// <summary>Takes an occurrence with the rule's own severity and reference; the message is made only when it is kept.</summary>
    public void Add<TWhat>(Columns where, TWhat what, Func<TWhat, string> message)
    {
        _count++;
        if (!IsFull)
        {
            Keep(Finding.Of(Id, message(what), where));
        }
    }

    /// <summary>Takes an occurrence with the rule's own severity and reference.</summary>
    public void Add(Columns where, string message) => Add(where, message, static text => text);

    /// <summary>Counts an occurrence if no more are kept; false when it is to be added, so that only then it is described.</summary>
    public bool TryCount()
    {
        _count += IsFull ? 1 : 0;
        return IsFull;
    }

    /// <summary>Takes an occurrence.</summary>
    public void Add(Finding finding)
    {
        _count++;
        if (!IsFull)
        {
            Keep(finding);
        }
    }

    /// <summary>Hands the kept ones over; where there were more, the last says how many in all.</summary>
    public void Report(ICollection<Finding> findings)
    {
        for (var i = 0; i < _kept?.Count; i++)
        {
            var isLast = i == _kept.Count - 1 && _count > _kept.Count;
            findings.Add(isLast ? _kept[i] with { Message = _kept[i].Message + Total() } : _kept[i]);
        }
    }

    bool IsFull => _kept?.Count == MostKept;

    void Keep(Finding finding)
    {
        _kept ??= new List<Finding>(MostKept);
        _kept.Add(finding);
    }

    string Total() => string.Create(CultureInfo.InvariantCulture, $" ({_count} such places in all)");
}
