using SmtpInspector.Protocol.Importing.Formats;

namespace SmtpInspector.Protocol.Importing;

/// <summary>The formats that are known, in the order in which a file is compared with them: the surest marks first.</summary>
public static class ImportFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImportFormat> All { get; } =
    [
        PostfixFormat.Format,
        SmtplibFormat.Format,
        EximFormat.Test,
        EximFormat.Client,
        MsmtpFormat.Format,
        CurlTraceFormat.Format,
        CurlFormat.Format,
        MailKitFormat.Format,
        MailutilsFormat.Format,
        SwaksFormat.Format,
        GnuTlsFormat.Format,
        OpenSslFormat.Format,
        OwnMarksFormat.Format,
        TelnetFormat.Telnet,
        TelnetFormat.Netcat,
        TelnetFormat.Unmarked,
    ];

    /// <summary>The format of a name, in any case; null where there is none.</summary>
    public static ImportFormat? Find(string name)
    {
        foreach (var format in All)
        {
            if (format.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        return null;
    }
}
