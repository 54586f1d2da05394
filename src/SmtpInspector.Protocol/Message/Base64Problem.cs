namespace SmtpInspector.Protocol.Message;

/// <summary>What is wrong in a base64 body.</summary>
enum Base64Problem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An octet is neither of the alphabet nor white space.</summary>
    ForeignOctet,

    /// <summary>A "=" stands where the group of four is not at its end.</summary>
    MisplacedPadding,

    /// <summary>More follows the padding, which ends the data.</summary>
    DataAfterPadding,

    /// <summary>The last group has fewer than four characters.</summary>
    IncompleteGroup,
}

static class Base64Problems
{
    /// <summary>What is wrong, as a clause.</summary>
    public static string Sentence(this Base64Problem problem) => problem switch
    {
        Base64Problem.None => "nothing is wrong",
        Base64Problem.ForeignOctet => "an octet outside the base64 alphabet stands in it",
        Base64Problem.MisplacedPadding => "a \"=\" stands where no group of four ends",
        Base64Problem.DataAfterPadding => "data follow the \"=\" that ends them",
        Base64Problem.IncompleteGroup => "the last group has fewer than four characters",
    };
}
