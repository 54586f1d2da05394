using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The arguments of BDAT: bdat-cmd ::= "BDAT" SP chunk-size [ SP end-marker ] CR LF.</summary>
static class BdatSyntax
{
    const string Section = "RFC 3030 §2";

    public static Command.Bdat Parse(Token argument, int end, ICollection<Finding> findings)
    {
        if (argument.IsEmpty)
        {
            findings.AddSyntax(end, end, "BDAT needs the size of the chunk in octets, as in BDAT 1000 or BDAT 1000 LAST.", Section);
            return new Command.Bdat(null, false);
        }

        var number = Words.TakeWord(argument, 0);
        var size = DecimalNumber.Read(number.Span);
        if (size is null)
        {
            findings.AddSyntax(number.Start, number.End, "The chunk size of BDAT is a number of octets, digits only.", Section);
        }
        else if (size == long.MaxValue)
        {
            // The grammar sets no bound. No such chunk can follow, so it is not waited for.
            size = null;
        }

        var rest = Words.SkipWhiteSpace(argument.Span, number.Length);
        if (rest == argument.Length)
        {
            return new Command.Bdat(size, false);
        }

        Separation.Check(argument, number.Length, rest, findings);
        var marker = argument.From(rest);
        var isLast = marker.Is("LAST");
        if (!isLast)
        {
            findings.AddSyntax(marker.Start, marker.End, "After the chunk size of BDAT only LAST may follow.", Section);
        }

        return new Command.Bdat(size, isLast);
    }
}
