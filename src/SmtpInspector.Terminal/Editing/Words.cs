using System.Text;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>Where words begin and end, as readline has it: letters and digits are a word; Ctrl-W goes by blanks.</summary>
static class Words
{
    public static int Left(string text, int index) => Back(text, Back(text, index, c => !IsWord(c)), IsWord);

    public static int Right(string text, int index) => Forth(text, Forth(text, index, c => !IsWord(c)), IsWord);

    public static int LeftByBlank(string text, int index) => Back(text, Back(text, index, IsBlank), c => !IsBlank(c));

    static int Back(string text, int index, Func<Rune, bool> over)
    {
        while (index > 0 && Graphemes.Before(text, index) is var before && over(FirstRune(text, before)))
        {
            index = before;
        }

        return index;
    }

    static int Forth(string text, int index, Func<Rune, bool> over)
    {
        while (index < text.Length && over(FirstRune(text, index)))
        {
            index = Graphemes.After(text, index);
        }

        return index;
    }

    static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune);

    static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune);

    static Rune FirstRune(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;
}
