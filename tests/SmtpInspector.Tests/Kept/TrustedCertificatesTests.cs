using SmtpInspector.Kept;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Kept;

public sealed class TrustedCertificatesTests : IDisposable
{
    readonly TemporaryDirectory _folder = new();

    string Folder => Path.Combine(_folder.Path, "state");

    string FilePath => Path.Combine(Folder, "trusted-certificates");

    [Fact]
    public void A_certificate_is_trusted_for_one_server_only_and_by_whoever_looks_next()
    {
        TrustedCertificates.Open(Folder).Trust("Mail.Example.ORG.", 587, Certificate('a'));

        var trusted = TrustedCertificates.Open(Folder);
        Assert.True(trusted.IsTrusted("mail.example.org", 587, Certificate('a')));
        Assert.False(trusted.IsTrusted("mail.example.org", 465, Certificate('a')));
        Assert.False(trusted.IsTrusted("example.org", 587, Certificate('a')));
        Assert.False(trusted.IsTrusted("mail.example.org", 587, Certificate('b')));
    }

    [Fact]
    public void One_that_is_forgotten_is_trusted_no_more_and_the_others_are()
    {
        var trusted = TrustedCertificates.Open(Folder);
        trusted.Trust("a.test", 465, Certificate('a'));
        trusted.Trust("a.test", 465, Certificate('b'));
        trusted.Trust("::1", 465, Certificate('a'));

        Assert.Equal(2, trusted.Forget("A.test", 465));
        Assert.Equal(0, trusted.Forget("a.test", 465));
        Assert.Equal("[::1]:465", Assert.Single(trusted.All).Server);
    }

    [Fact]
    public void The_date_is_that_of_the_first_time()
    {
        var time = new ManualTime();
        var trusted = TrustedCertificates.Open(Folder, time);
        trusted.Trust("a.test", 465, Certificate('a'));
        var since = trusted.TrustedSince("a.test", 465, Certificate('a'));
        time.Advance(TimeSpan.FromDays(3));
        trusted.Trust("a.test", 465, Certificate('a'));

        Assert.Equal(since, Assert.Single(trusted.All).Since);
        Assert.NotNull(since);
    }

    [Fact]
    public void What_the_user_wrote_into_the_file_stays_and_damage_is_no_trust()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(FilePath, $"# mine\nnonsense\n#a.test:465 {new string('a', 64)} 2026-11-22T00:00:00Z x\na.test:465 {new string('b', 64)} yesterday\n");
        var trusted = TrustedCertificates.Open(Folder);
        Assert.Empty(trusted.All);

        trusted.Trust("a.test", 465, Certificate('c'));

        Assert.StartsWith("# mine\nnonsense\n", File.ReadAllText(FilePath), StringComparison.Ordinal);
        Assert.Single(trusted.All);
    }

    [Fact]
    public void A_subject_cannot_write_lines_of_its_own()
    {
        var trusted = TrustedCertificates.Open(Folder);
        trusted.Trust("a.test", 465, Certificate('a') with { Subject = $"CN=x\nevil.test:465 {new string('e', 64)} 2026-11-22T00:00:00Z y" });
        Assert.Single(trusted.All);
    }

    [Fact]
    public void Folder_and_file_are_the_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        TrustedCertificates.Open(Folder).Trust("a.test", 465, Certificate('a'));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(Folder));
    }

    public void Dispose() => _folder.Dispose();

    static PeerCertificate Certificate(char digit) => new("CN=a.test", "CN=a.test", [], null, null, new string(digit, 64));
}
