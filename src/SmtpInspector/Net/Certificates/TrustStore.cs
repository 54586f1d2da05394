using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>The system's certificate authorities.</summary>
public static partial class TrustStore
{
    // Any certificate will do to have a chain built: this one is self-signed and for nothing.
    const string Nobody = "MIIBeDCCAR+gAwIBAgIUQ8A/4FtQt7q6asBDwwHTnqZiHQAwCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGbm9ib2R5MCAXDTI2MTEyMjE0MjQwOVoYDzIxMjYxMDI5MTQyNDA5WjARMQ8wDQYDVQQDDAZub2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASSqtpHt6KTTQv3ZtWwQJj0d8X7lyispzAMGe4CN1/DqjwgXD3unWyDoXwQQRxVt3x7LIJyXdcjIYqdmXVlvdvZo1MwUTAdBgNVHQ4EFgQUkzNqaVzCk8BDKupfjXJEkflrfo4wHwYDVR0jBBgwFoAUkzNqaVzCk8BDKupfjXJEkflrfo4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiB9Pe8h0NUaGNn9lvXxVQsq+xeDaHzVogvPUn3h07EboAIgQeMXE05+TEz8MntmIqcCN/I5MXF2zQ6FdvOp2PKprk0=";

    const string DirectoryVariable = "SSL_CERT_DIR";
    const string FileVariable = "SSL_CERT_FILE";

    // Where the distributions keep them (Debian, Alpine and Arch; Fedora; OpenSSL as it comes).
    static readonly string[] UsualDirectories = ["/etc/ssl/certs", "/etc/pki/tls/certs", "/usr/local/ssl/certs"];
    static readonly string[] UsualBundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/usr/local/ssl/cert.pem"];

    static bool _isPrepared;

    /// <summary>Where single authorities are looked up; null: the runtime's store has them all.</summary>
    internal static RootDirectory? Index { get; private set; }

    /// <summary>
    /// Called first of all, before there is another thread; the second time does nothing. The runtime reads all of the
    /// system's authorities before it builds its first chain, which takes longer than a whole conversation. Where they
    /// lie in a directory by the hash of their names, the runtime is shown an empty store, and the few that matter are
    /// looked up there, as OpenSSL does; elsewhere <see cref="Rehearse"/> at least reads all of them while the name
    /// resolves and the connection opens.
    /// </summary>
    public static void Prepare()
    {
        if (_isPrepared)
        {
            return;
        }

        _isPrepared = true;
        if (OperatingSystem.IsLinux() && !HasOwnStore() && Hashed() is { Length: > 0 } directories)
        {
            Index = new RootDirectory(
                directories, Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? [file] : UsualBundles);
            HideFromRuntime();
        }
    }

    /// <summary>The runtime also trusts what the user has put into its own directory; then it is to judge for itself.</summary>
    static bool HasOwnStore() => Directory.Exists(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet/corefx/cryptography/x509stores/root"));

    static string[] Hashed()
    {
        var directories = Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } given
            ? given.Split(':', StringSplitOptions.RemoveEmptyEntries)
            : UsualDirectories;
        return Array.FindAll(directories, HasHashedNames);
    }

    static bool HasHashedNames(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return false;
        }

        foreach (var _ in Directory.EnumerateFiles(directory, "????????.0"))
        {
            return true;
        }

        return false;
    }

    static void HideFromRuntime()
    {
        // What the program starts later gets the environment as it was: the runtime copies it here, once.
        _ = Environment.GetEnvironmentVariables();
        _ = SetEnvironmentVariable(DirectoryVariable, "/nonexistent", 1);
        _ = SetEnvironmentVariable(FileVariable, "/dev/null", 1);
    }

    // The runtime's own setter changes its copy only; its TLS library reads the process's environment.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);

    /// <summary>Loads the store, and what else of the library it takes to judge a first certificate.</summary>
    public static void Rehearse()
    {
        using var nobody = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Nobody));
        using var chain = new X509Chain { ChainPolicy = ChainPolicies.ForSystemTrust() };
        _ = chain.Build(nobody);
        _ = CertificateReader.Read(nobody);
        _ = Index?.IssuersOf(nobody, []);
        var problems = new ProblemList(OptionNames.CommandLine, DateTimeOffset.UtcNow);
        problems.AddChain(chain, leafOnly: true);
        problems.AddName(nobody, "nobody");
    }
}
