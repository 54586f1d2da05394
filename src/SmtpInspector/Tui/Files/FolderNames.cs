using System.IO.Enumeration;

namespace SmtpInspector.Tui.Files;

/// <summary>The names in a folder that begin as a typed path ends.</summary>
/// <param name="Shared">The beginning that all of them share.</param>
/// <param name="First">The first of them in the order of their characters, folders with a <c>/</c> behind them.</param>
/// <param name="Count">How many there are.</param>
sealed record FolderNames(string Shared, IReadOnlyList<string> First, int Count)
{
    /// <summary>How many a list shows: nobody reads more, and a folder may have a hundred thousand.</summary>
    public const int Most = 200;

    /// <summary>Nothing begins so.</summary>
    public static FolderNames None { get; } = new("", [], 0);

    /// <summary>Reads the folder that a typed path is in. Hidden names are only given where a dot is typed.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FolderNames Read(string typed, CancellationToken cancellationToken)
    {
        var start = UserPath.NameStart(typed);
        var beginning = typed[start..];
        if (typed == "~" || beginning == "..")
        {
            return Of([$"{beginning}/"]);
        }

        var folder = UserPath.Expand(typed[..start]);
        var entries = new FileSystemEnumerable<string>(
            Path.GetFullPath(folder.Length == 0 ? "." : folder),
            static (ref FileSystemEntry entry) => entry.IsDirectory ? $"{entry.FileName}/" : entry.FileName.ToString(),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return entry.FileName.StartsWith(beginning, StringComparison.Ordinal) && (beginning.Length > 0 || entry.FileName is not ['.', ..]);
            },
        };
        return Of([.. entries]);
    }

    /// <summary>Of all names that begin so.</summary>
    public static FolderNames Of(List<string> names)
    {
        if (names.Count == 0)
        {
            return None;
        }

        var shared = names[0].AsSpan();
        foreach (var name in names)
        {
            shared = shared[..shared.CommonPrefixLength(name)];
        }

        names.Sort(StringComparer.Ordinal);
        return new(shared.ToString(), names.Count > Most ? names[..Most] : names, names.Count);
    }
}
