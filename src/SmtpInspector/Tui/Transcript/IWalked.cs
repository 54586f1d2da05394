namespace SmtpInspector.Tui.Transcript;

/// <summary>A list of which what is asked for is made: to pick one costs more than to come by it.</summary>
/// <typeparam name="T">What it lists.</typeparam>
interface IWalked<out T> : IReadOnlyList<T>
{
    /// <summary>What there is from a place on, in order.</summary>
    IEnumerable<T> From(int index);
}
