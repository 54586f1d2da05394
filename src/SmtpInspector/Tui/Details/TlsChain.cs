using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Details;

/// <summary>The certificates the server sent, as a tree: its own first, each hanging from the one it was issued by.</summary>
static class TlsChain
{
    const int Column = 10;

    public static void Write(DetailWriter writer, IReadOnlyList<PeerCertificate> certificates)
    {
        if (certificates.Count == 0)
        {
            return;
        }

        writer.Heading("Certificates, the server's own first");
        var indent = "";
        for (var i = 0; i < certificates.Count; i++)
        {
            var certificate = certificates[i];
            var isLast = i == certificates.Count - 1;
            var isRoot = certificate.Issuer == certificate.Subject;
            var hasMore = !isLast || !isRoot;
            Subject(writer, certificate.Subject, indent, i > 0, note: isRoot ? i == 0 ? "self-signed" : "a root" : "");
            var below = indent + (i > 0 ? Blank(writer) : "") + (hasMore ? writer.Look.Glyphs.Trunk : Blank(writer));
            Facts(writer, certificate, below);
            indent += i > 0 ? Blank(writer) : "";
            if (isLast && !isRoot)
            {
                Subject(writer, certificate.Issuer, indent, isIssuer: true, note: "not sent");
            }
        }
    }

    static void Subject(DetailWriter writer, string name, string indent, bool isIssuer, string note)
    {
        var theme = writer.Theme;
        var branch = isIssuer ? writer.Look.Glyphs.LastBranch : "";
        StyledLine text = note.Length == 0
            ? [new(writer.Quote(name), theme.Accent)]
            : [new(writer.Quote(name), theme.Accent), new($"  ({note})", theme.Faint)];
        writer.Branch([new(indent + branch, theme.Border)], [new(indent + new string(' ', branch.Length), theme.Border)], text);
    }

    static void Facts(DetailWriter writer, PeerCertificate certificate, string indent)
    {
        Fact("for", certificate.Names.Count == 0 ? "" : string.Join(", ", certificate.Names));
        Fact("valid", Validity(certificate));
        Fact("key", certificate switch
        {
            { Key: { } key, Signature: { } signature } => $"{key}, signed with {signature}",
            { Key: { } key } => key,
            { Signature: { } signature } => $"signed with {signature}",
            _ => "",
        });
        Fact("SHA-256", Digest(certificate.Sha256, writer.Width - indent.Length - Column));

        void Fact(string label, string value)
        {
            if (value.Length == 0)
            {
                return;
            }

            // Where there is no room for a column, the label is only a word before its value.
            var (border, faint) = (writer.Theme.Border, writer.Theme.Faint);
            var column = writer.HasColumns ? Column : label.Length + 1;
            writer.Branch(
                [new(indent, border), new(label.PadRight(column), faint)],
                [new(indent, border), new string(' ', writer.HasColumns ? column : 0)],
                StyledLine.Of(writer.Quote(value)));
        }
    }

    // Of a digest that does not fit the halves do, or the quarters.
    static string Digest(string digest, int room)
    {
        var piece = digest.Length / (room >= digest.Length ? 1 : room >= digest.Length / 2 ? 2 : 4);
        return piece == 0 ? digest : string.Join(' ', digest.Chunk(piece).Select(part => new string(part)));
    }

    static string Validity(PeerCertificate certificate) => certificate switch
    {
        { NotBefore: { } from, NotAfter: { } until } => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}"),
        { NotAfter: { } until } => string.Create(CultureInfo.InvariantCulture, $"until {until:yyyy-MM-dd}"),
        { NotBefore: { } from } => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd}"),
        _ => "",
    };

    static string Blank(DetailWriter writer) => new(' ', writer.Look.Glyphs.LastBranch.Length);
}
