namespace SmtpInspector.Protocol.Redaction;

/// <summary>Finds known credentials in sentences that quote a peer, however the quotation was made printable, cut, or put in capitals.</summary>
static class SecretsInText
{
    // Fewer octets of a credential before the three dots of a quotation that was cut are a coincidence.
    const int ShortestRest = 3;

    // Fewer octets in quotation marks stand in many a credential by chance.
    const int ShortestPart = 2;

    /// <summary>The text with every credential, and what a cut quotation has of one, replaced by its placeholder.</summary>
    public static string Hide(string text, KnownSecret[] known)
    {
        text = Hide(text, VisibleText.Of(text, VisibleText.Backslash.Itself), known);
        if (text.Contains('\\', StringComparison.Ordinal))
        {
            text = Hide(text, VisibleText.Of(text, VisibleText.Backslash.BeforeLetters), known);
            text = Hide(text, VisibleText.Of(text, VisibleText.Backslash.BeforeDigits), known);
        }

        return text;
    }

    /// <summary>The text without quotations that are a part of a credential, where lines are known to hold one.</summary>
    /// <param name="text">The text, whole credentials replaced already.</param>
    /// <param name="lines">The lines that it is about, as far as they hold credentials.</param>
    /// <param name="known">Credentials.</param>
    public static string HideParts(string text, IReadOnlyList<SecretLine> lines, KnownSecret[] known)
    {
        for (var open = text.IndexOf('"', StringComparison.Ordinal); open >= 0;)
        {
            var close = text.IndexOf('"', open + 1);
            if (close < 0)
            {
                break;
            }

            if (NameOfPart(text[(open + 1)..close], lines, known) is { } name)
            {
                var placeholder = Redactor.Placeholder(name);
                text = $"{text.AsSpan(0, open + 1)}{placeholder}{text.AsSpan(close)}";
                close = open + 1 + placeholder.Length;
            }

            open = text.IndexOf('"', close + 1);
        }

        return text;
    }

    static string Hide(string text, VisibleText visible, KnownSecret[] known)
    {
        var found = new List<SecretSpan>();
        foreach (var secret in known)
        {
            SecretSpan.Find(visible.Octets, secret.Small, secret.Name, found);
            FindCut(visible.Octets, secret.Small, secret.Name, found);
        }

        if (found.Count == 0)
        {
            return text;
        }

        var hidden = new System.Text.StringBuilder();
        var position = 0;
        foreach (var span in SecretSpan.Merge(found))
        {
            hidden.Append(text, position, visible.PlaceOf(span.Start) - position).Append(Redactor.Placeholder(span.Name));
            position = visible.PlaceOf(span.End);
        }

        return hidden.Append(text, position, text.Length - position).ToString();
    }

    // What stands before three dots may be the beginning of one.
    static void FindCut(ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret, string name, List<SecretSpan> found)
    {
        for (var dots = text.IndexOf("..."u8); dots >= 0;)
        {
            for (var length = Math.Min(secret.Length - 1, dots); length >= ShortestRest; length--)
            {
                if (text[..dots].EndsWith(secret[..length]))
                {
                    found.Add(new SecretSpan(dots - length, length, name));
                    break;
                }
            }

            var next = text[(dots + 3)..].IndexOf("..."u8);
            dots = next < 0 ? -1 : dots + 3 + next;
        }
    }

    static string? NameOfPart(string quotation, IReadOnlyList<SecretLine> lines, KnownSecret[] known)
    {
        var cut = quotation.EndsWith("...", StringComparison.Ordinal) ? quotation[..^3] : quotation;
        foreach (var backslash in Enum.GetValues<VisibleText.Backslash>())
        {
            var part = VisibleText.Of(cut, backslash).Octets;
            foreach (var line in lines)
            {
                if (line.NameOfSecretUnder(part) is { } name)
                {
                    return name;
                }
            }

            foreach (var secret in known)
            {
                if (part.Length >= ShortestPart && secret.Small.AsSpan().IndexOf(part) >= 0)
                {
                    return secret.Name;
                }
            }
        }

        return null;
    }
}
