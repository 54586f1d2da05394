namespace SmtpInspector.Tui.Details;

/// <summary>What is still to be answered, in order: some of it not one's own, which is answered first.</summary>
/// <param name="others">How much is not one's own.</param>
sealed class Awaited(int others)
{
    readonly Queue<int> _own = [];
    int _others = others;

    /// <summary>Whether anything of one's own is awaited.</summary>
    public bool Any => _own.Count > 0;

    /// <summary>One more of one's own.</summary>
    /// <param name="which">What <see cref="Next"/> gives when it is answered.</param>
    public void Add(int which) => _own.Enqueue(which);

    /// <summary>As much of one's own as makes so many altogether.</summary>
    public void Fill(int all)
    {
        while (_own.Count + _others < all)
        {
            Add(0);
        }
    }

    /// <summary>One is answered: which of one's own; null for any other.</summary>
    public int? Next()
    {
        if (_others > 0)
        {
            _others--;
            return null;
        }

        return _own.TryDequeue(out var which) ? which : null;
    }
}
