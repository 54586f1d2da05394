using System.Text;
using SmtpInspector.Protocol.Importing;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Importing;

/// <summary>
/// A recording dropped into <c>transcripts/imports</c> as <c>NAME.log</c> is a test: beside it stands the transcript that
/// must be made of it, and beside that what the judge must say.
/// </summary>
public class ImportGoldenTests
{
    // The password of the practice accounts all of them were recorded with.
    const string Password = "xyzzy-plugh-42";

    static string Folder => Path.Combine(Repository.Folder, "transcripts", "imports");

    public static TheoryData<string> Recordings =>
        [.. Directory.EnumerateFiles(Folder, "*.log").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Recordings))]
    public void A_recording_becomes_the_transcript_that_stands_beside_it(string name)
    {
        var beside = Path.Combine(Folder, Path.ChangeExtension(name, ".smtp"));
        var imported = Encoding.UTF8.GetString(Read(name).Document.File.Span);
        if (Environment.GetEnvironmentVariable("ACCEPT_IMPORTS") == "1")
        {
            File.WriteAllText(beside, imported);
        }

        Assert.True(File.Exists(beside), $"{name} has no transcript beside it. It is:\n{imported}");
        Assert.Equal(File.ReadAllText(beside), imported);
    }

    [Theory, MemberData(nameof(Recordings))]
    public void No_credential_of_a_recording_is_left(string name)
    {
        var file = Read(name).Document.File.ToArray();
        foreach (var form in FormsOf(Password))
        {
            Assert.DoesNotContain(form, Encoding.UTF8.GetString(file), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, MemberData(nameof(Recordings))]
    public void Its_format_is_recognised_by_what_is_in_it_and_not_by_its_name(string name) =>
        Assert.StartsWith(Read(name).Format!.Name.Split('-')[0], name, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Recordings))]
    public void An_imported_transcript_is_read_as_it_is(string name)
    {
        var imported = Read(name).Document.File;
        var again = Imported.Read(imported);
        Assert.Null(again.Format);
        Assert.True(imported.Span.SequenceEqual(again.Document.File.Span));
    }

    [Fact]
    public void Every_format_has_a_recording() =>
        Assert.Equal(
            ImportFormats.All.Select(static format => format.Name).Order(StringComparer.Ordinal),
            Recordings.Select(static row => Read(row).Format!.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_file_beside_a_recording_has_a_recording() =>
        Assert.All(
            Directory.EnumerateFiles(Folder, "*.smtp"),
            static file => Assert.True(File.Exists(Path.ChangeExtension(file, ".log")), file));

    static Imported Read(string name) => Imported.Read(File.ReadAllBytes(Path.Combine(Folder, name)));

    static IEnumerable<string> FormsOf(string password)
    {
        yield return password;
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(password));

        // In base64 three octets before it decide how it looks.
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(password)]);
            yield return whole[(before * 2)..^4];
        }
    }
}
