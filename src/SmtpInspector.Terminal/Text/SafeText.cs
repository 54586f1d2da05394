namespace SmtpInspector.Terminal.Text;

/// <summary>
/// Text that may be drawn: no control character, no invisible or direction-changing character, no mark without a letter to stand on.
/// Only <see cref="Safe"/> makes it from something else, so whoever holds one need not check again.
/// </summary>
public readonly struct SafeText : IEquatable<SafeText>
{
    readonly string? _text;
    // Ends of the runs in order, the first run being one that was not replaced (and perhaps empty); null when nothing was replaced.
    readonly int[]? _ends;

    internal SafeText(string text, int[]? ends)
    {
        _text = text;
        _ends = ends;
    }

    /// <summary>No text.</summary>
    public static SafeText Empty => default;

    /// <summary>The text as it is shown.</summary>
    public string Text => _text ?? "";

    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>True when there is nothing to show.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>True when some of it stands for characters or bytes that were not shown as they were.</summary>
    public bool HasReplacements => _ends is not null;

    /// <summary>The text cut into what is as it was and what was replaced, in order, without empty runs.</summary>
    public SafeRunEnumerator Runs => new(Length, _ends);

    /// <summary>Text written in the program's own source goes through the same door: <see cref="Safe"/>.</summary>
    public static implicit operator SafeText(string text) => Safe.FromText(text);

    /// <summary>One text after the other.</summary>
    public static SafeText operator +(SafeText left, SafeText right) => Concat(left, right);

    public static bool operator ==(SafeText left, SafeText right) => left.Equals(right);

    public static bool operator !=(SafeText left, SafeText right) => !left.Equals(right);

    /// <summary>One text after the other.</summary>
    public static SafeText Concat(params ReadOnlySpan<SafeText> parts)
    {
        var builder = new SafeBuilder(SafeForm.Unicode);
        foreach (var part in parts)
        {
            foreach (var run in part.Runs)
            {
                builder.AppendVerbatim(part.Text.AsSpan(run.Start, run.Length), run.Replaced);
            }
        }

        return builder.ToSafeText();
    }

    /// <summary>
    /// A part of the text. Both ends are moved back to where a grapheme cluster begins, because half a cluster may be a mark that
    /// would be drawn on whatever stands before it.
    /// </summary>
    /// <param name="start">First UTF-16 code unit, from 0 to <see cref="Length"/>.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches beyond the text.</exception>
    public SafeText Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length, nameof(start));
        var from = Graphemes.Snap(Text, start);
        var to = Graphemes.Snap(Text, start + length);
        var builder = new SafeBuilder(SafeForm.Unicode);
        foreach (var run in Runs)
        {
            var first = Math.Max(run.Start, from);
            var last = Math.Min(run.Start + run.Length, to);
            if (first < last)
            {
                builder.AppendVerbatim(Text.AsSpan(first, last - first), run.Replaced);
            }
        }

        return builder.ToSafeText();
    }

    public bool Equals(SafeText other) =>
        Text == other.Text && (_ends ?? []).AsSpan().SequenceEqual(other._ends ?? []);

    public override bool Equals(object? obj) => obj is SafeText other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The text as it is shown.</summary>
    public override string ToString() => Text;
}
