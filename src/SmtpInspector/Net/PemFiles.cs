using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net;

/// <summary>Reads certificates and keys from PEM files (RFC 7468), and says plainly what is wrong with one.</summary>
static class PemFiles
{
    public static bool TryReadAuthorities(
        OptionNames names, string path, X509Certificate2Collection authorities, [NotNullWhen(false)] out string? error)
    {
        if (!TryRead(names.Label("ca"), path, out var text, out error))
        {
            return false;
        }

        try
        {
            authorities.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            error = $"{names.Label("ca")} {path}: a certificate in it cannot be read; the file is damaged.";
            return false;
        }

        error = authorities.Count > 0 ? null : NoCertificate(names.Label("ca"), path);
        return error is null;
    }

    public static bool TryReadClient(
        OptionNames names,
        string certificatePath,
        string? keyPath,
        out SslStreamCertificateContext? client,
        [NotNullWhen(false)] out string? error)
    {
        client = null;
        var keyText = "";
        if (!TryRead(names.Label("cert"), certificatePath, out var text, out error)
            || (keyPath is not null && !TryRead(names.Label("key"), keyPath, out keyText, out error)))
        {
            return false;
        }

        var (keyOption, keyFile) = keyPath is null ? (names.Label("cert"), certificatePath) : (names.Label("key"), keyPath);
        keyText = keyPath is null ? text : keyText;
        error = WrongKey(names, keyText, keyOption, keyFile, needsKeyOption: keyPath is null);
        if (error is not null)
        {
            return false;
        }

        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(text);
            if (chain.Count == 0)
            {
                error = NoCertificate(names.Label("cert"), certificatePath);
                return false;
            }

            var leaf = X509Certificate2.CreateFromPem(text, keyText);
            chain.RemoveAt(0);
            client = SslStreamCertificateContext.Create(leaf, chain, offline: true);
            return true;
        }
        catch (ArgumentException)
        {
            error = $"The key in {keyFile} does not belong to the certificate in {certificatePath}.";
        }
        catch (CryptographicException)
        {
            error = chain.Count == 0
                ? $"{names.Label("cert")} {certificatePath}: the certificate in it cannot be read; the file is damaged."
                : $"{keyOption} {keyFile}: the key does not belong to the certificate in {certificatePath}, or is damaged.";
        }

        return false;
    }

    static string? WrongKey(OptionNames names, string text, string option, string path, bool needsKeyOption)
    {
        if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            return $"{option} {path}: the key is encrypted, and there is no way to give its password here. Decrypt it: openssl pkey -in {path} -out key.pem";
        }

        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            return null;
        }

        return needsKeyOption
            ? $"{option} {path}: there is no private key in it. Name the key's file with {names.Taking(("key", "FILE"))}."
            : $"{option} {path}: there is no private key in it; it should have a line -----BEGIN PRIVATE KEY-----.";
    }

    static string NoCertificate(string option, string path) =>
        $"{option} {path}: there is no certificate in it; it should have a line -----BEGIN CERTIFICATE-----. A DER file is converted with: openssl x509 -inform der -in {path} -out cert.pem";

    static bool TryRead(string option, string path, out string text, [NotNullWhen(false)] out string? error)
    {
        try
        {
            text = File.ReadAllText(path);
            error = null;
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            text = "";
            error = $"{option} {path}: {Reason(problem, path)}";
            return false;
        }
    }

    static string Reason(Exception problem, string path) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        UnauthorizedAccessException when Directory.Exists(path) => "it is a directory; a file is needed.",
        UnauthorizedAccessException => "its permissions do not allow reading it.",
        _ => problem.Message,
    };
}
