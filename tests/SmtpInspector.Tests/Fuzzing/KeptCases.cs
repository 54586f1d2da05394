namespace SmtpInspector.Tests.Fuzzing;

/// <summary>What fuzzing found, as small as it got: the target's name, and the input, a character for each octet.</summary>
static class KeptCases
{
    public static TheoryData<string, string> All => new()
    {
        { "the judge never throws, and what it says is fit to be shown", "#\n*error kind=7 e=" },
        { "the judge never throws, and what it says is fit to be shown", "#\nC:BDAT 5 \n{secret:}" },
        { "what was written is read again as it was", "C:\n*closed\rby=server l=" },
        { "the judge never throws, and what it says is fit to be shown", "S:\nC:AUTH\nC:BDAT 71 \n------" },
        { "what was written is read again as it was", "C:{secret:\u0005}" },
        { "what was written is read again as it was", "C:{secret:{secret:}" },
        { "what was written is read again as it was", "*[1] tls l=\n*[0] certificate j= sha256=\r\r" },
        { "pieces of any size give the same entries", "# SPcip\nC: Da\nC:AUTH PLt>\nC:BDAT 31 \n: ---------------sged=\nS:--------------------------------------------------------" },
        { "pieces of any size give the same entries", "#\nC:BDAT 4 L\nC" },
    };
}
