namespace SmtpInspector.Tests.Fuzzing;

/// <summary>What fuzzing found, as small as it got: the target's name, and the input, a character for each octet.</summary>
static class KeptCases
{
    public static TheoryData<string, string> All => new()
    {
        { "the judge never throws, and what it says is fit to be shown", "#\n*error kind=7 e=" },
        { "pieces of any size give the same entries", "#\nC:BDAT 4 L\nC" },
    };
}
