using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>The system's certificate authorities.</summary>
public static class TrustStore
{
    // Any certificate will do to have a chain built: this one is self-signed and for nothing.
    const string Nobody = "MIIBeDCCAR+gAwIBAgIUQ8A/4FtQt7q6asBDwwHTnqZiHQAwCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGbm9ib2R5MCAXDTI2MTEyMjE0MjQwOVoYDzIxMjYxMDI5MTQyNDA5WjARMQ8wDQYDVQQDDAZub2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASSqtpHt6KTTQv3ZtWwQJj0d8X7lyispzAMGe4CN1/DqjwgXD3unWyDoXwQQRxVt3x7LIJyXdcjIYqdmXVlvdvZo1MwUTAdBgNVHQ4EFgQUkzNqaVzCk8BDKupfjXJEkflrfo4wHwYDVR0jBBgwFoAUkzNqaVzCk8BDKupfjXJEkflrfo4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiB9Pe8h0NUaGNn9lvXxVQsq+xeDaHzVogvPUn3h07EboAIgQeMXE05+TEz8MntmIqcCN/I5MXF2zQ6FdvOp2PKprk0=";

    /// <summary>
    /// Begins to load them on another thread. The runtime parses all of them before the first chain is built, which
    /// takes longer than a whole conversation; started first of all, that goes on while the name resolves and the
    /// connection opens.
    /// </summary>
    public static void Warm() => new Thread(Load) { IsBackground = true, Name = "trust store" }.Start();

    static void Load()
    {
        using var nobody = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Nobody));
        using var chain = new X509Chain { ChainPolicy = ChainPolicies.ForSystemTrust() };
        _ = chain.Build(nobody);
    }
}
