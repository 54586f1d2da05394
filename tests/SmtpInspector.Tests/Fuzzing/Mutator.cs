using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>
/// Makes a new input of an old one: whole lines moved, doubled and left out, words of the grammar put in, numbers made
/// absurd, and now and then an octet changed. What is nearly right reaches further than noise.
/// </summary>
static class Mutator
{
    static readonly string[] Numbers = ["0", "-1", "00", "2147483648", "9223372036854775808", "99999999999999999999999", "1e9", "0x1", "254", "599", "600"];

    /// <summary>An input with a few changes.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="corpus">Inputs to begin with.</param>
    /// <param name="words">Words of the grammar.</param>
    public static byte[] Mutate(Random random, IReadOnlyList<byte[]> corpus, IReadOnlyList<string> words)
    {
        var input = new List<byte>(corpus[random.Next(corpus.Count)]);
        for (var changes = 1 << random.Next(5); changes > 0; changes--)
        {
            Change(random, input, corpus, words);
        }

        return [.. input];
    }

    static void Change(Random random, List<byte> input, IReadOnlyList<byte[]> corpus, IReadOnlyList<string> words)
    {
        var at = random.Next(input.Count + 1);
        switch (random.Next(14))
        {
            case 0 or 1 or 2:
                input.InsertRange(at, Octets.Of(words[random.Next(words.Count)]));
                break;
            case 3:
                input.InsertRange(LineStart(input, at), Octets.Of(words[random.Next(words.Count)]));
                break;
            case 4:
                input.InsertRange(LineStart(input, at), Line(input, random.Next(input.Count + 1)));
                break;
            case 5:
                Remove(input, LineStart(input, at), Line(input, at).Count);
                break;
            case 6:
                var moved = Line(input, at);
                Remove(input, LineStart(input, at), moved.Count);
                input.InsertRange(LineStart(input, random.Next(input.Count + 1)), moved);
                break;
            case 7:
                var other = corpus[random.Next(corpus.Count)];
                var begin = random.Next(other.Length + 1);
                input.InsertRange(at, other.AsSpan(begin, random.Next(Math.Min(400, other.Length - begin) + 1)).ToArray());
                break;
            case 8:
                Remove(input, at, random.Next(20));
                break;
            case 9:
                input.Insert(at, (byte)random.Next(256));
                break;
            case 10 when input.Count > 0:
                input[random.Next(input.Count)] = (byte)random.Next(256);
                break;
            case 11:
                ReplaceNumber(random, input, at);
                break;
            case 12:
                Remove(input, at, input.Count - at);
                break;
            default:
                ChangeEnding(random, input, at);
                break;
        }
    }

    static int LineStart(List<byte> input, int at)
    {
        while (at > 0 && input[at - 1] != '\n')
        {
            at--;
        }

        return at;
    }

    static List<byte> Line(List<byte> input, int at)
    {
        var start = LineStart(input, at);
        var end = input.IndexOf((byte)'\n', start);
        return input.GetRange(start, (end < 0 ? input.Count : end + 1) - start);
    }

    static void Remove(List<byte> input, int at, int count) => input.RemoveRange(at, Math.Min(count, input.Count - at));

    static void ReplaceNumber(Random random, List<byte> input, int at)
    {
        var start = input.FindIndex(at, octet => octet is >= (byte)'0' and <= (byte)'9');
        if (start >= 0)
        {
            var end = input.FindIndex(start, octet => octet is < (byte)'0' or > (byte)'9');
            Remove(input, start, (end < 0 ? input.Count : end) - start);
            input.InsertRange(start, Octets.Of(Numbers[random.Next(Numbers.Length)]));
        }
    }

    static void ChangeEnding(Random random, List<byte> input, int at)
    {
        var lineFeed = input.IndexOf((byte)'\n', Math.Min(at, input.Count));
        if (lineFeed >= 0)
        {
            input.RemoveAt(lineFeed);
            input.InsertRange(lineFeed, Octets.Of(((string[])["\r\n", "\r", "\n\n", "", "\r\r\n", "\n\r"])[random.Next(6)]));
        }
    }
}
