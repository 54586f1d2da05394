namespace SmtpInspector.Tests.Message;

/// <summary>Cuts bytes into chunks whose sizes a test or a generator chooses.</summary>
static class Chunks
{
    /// <summary>Feeds all of <paramref name="bytes"/>, with the chunk sizes taken round and round from <paramref name="sizes"/>.</summary>
    public static void Feed(ReadOnlySpan<byte> bytes, IReadOnlyList<byte> sizes, Action<byte[]> feed)
    {
        for (var i = 0; !bytes.IsEmpty; i++)
        {
            var size = sizes.Count == 0 ? bytes.Length : Math.Min(bytes.Length, sizes[i % sizes.Count] + 1);
            feed(bytes[..size].ToArray());
            bytes = bytes[size..];
        }
    }
}
