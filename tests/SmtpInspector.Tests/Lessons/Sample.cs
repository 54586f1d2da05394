using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Tests.Lessons;

/// <summary>A small lesson with one step of each kind.</summary>
static class Sample
{
    public const string Text = """
        # A sample
        goal: see how it works.
        minutes: 3
        server: ses implicit
        prepare: EHLO me.example
        prepare: AUTH PLAIN {base64:%00{user}%00{password}}

        An introduction.

        // A comment.
        ## Say who it is from
        Type `MAIL FROM:<me@ses-example.com>`.
        This is the same paragraph.
        expect: MAIL @ses-example.com
        hint: One.
        hint: Two, which
          goes on here.
        hint: Type `MAIL FROM:<you@ses-example.com>`.
        answer: MAIL FROM:<me@ses-example.com>
        mistake: MAIL found command-syntax
        typed: MAIL FROM me@ses-example.com
        says: The angle brackets are missing.
        notice: reply
        says: It said 250.

        ## Choose
        Which is it?
        choice: this
        choice: that
        expect: choice 2
        hint: One.
        hint: Two.
        hint: It is `2`.
        answer: 2
        mistake: 1
        says: Not this.

        ## Find
        Find both.
        ```smtp
        S: 250 one
        C: TWO
        S: 250-three
        ```
        expect: lines 1 3
        hint: One.
        hint: Two.
        hint: They are `1 3`.
        answer: 3
        answer: 1
        notice: line 3
        says: The third.

        ## Read
        Nothing to do.
        expect: read
        """;

    /// <summary>The lesson.</summary>
    public static Lesson Lesson { get; } = LessonFile.Parse("07-a-sample.lesson", Text);

    /// <summary>The lesson's text with one thing in its place.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
