using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmtpInspector.Net.Certificates;

/// <summary>
/// The hash of a distinguished name that OpenSSL names the files of a certificate directory after: the first four octets
/// of the SHA-1 of the name in canonical form, where case and runs of spaces make no difference.
/// </summary>
static class SubjectHash
{
    // Not among the library's names for universal tags that have a reader, though X.520 allows it.
    const int T61String = 20;

    /// <summary>The hash as eight lower-case hexadecimal digits, as in the file name.</summary>
    /// <exception cref="AsnContentException">The name is damaged.</exception>
    public static string Of(X500DistinguishedName name)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        var names = new AsnReader(name.RawData, AsnEncodingRules.BER).ReadSequence();
        while (names.HasData)
        {
            sha1.AppendData(Canonical(names.ReadSetOf(skipSortOrderValidation: true)));
        }

        var hash = BinaryPrimitives.ReadUInt32LittleEndian(sha1.GetHashAndReset());
        return hash.ToString("x8", null);
    }

    static byte[] Canonical(AsnReader relativeName)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            while (relativeName.HasData)
            {
                var attribute = relativeName.ReadSequence();
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(attribute.ReadEncodedValue().Span);
                    if (IsString(attribute.PeekTag(), out var type))
                    {
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, Folded(Text(attribute, type)));
                    }
                    else
                    {
                        writer.WriteEncodedValue(attribute.ReadEncodedValue().Span);
                    }
                }
            }
        }

        return writer.Encode();
    }

    static bool IsString(Asn1Tag tag, out UniversalTagNumber type)
    {
        type = (UniversalTagNumber)tag.TagValue;
        return tag.TagClass == TagClass.Universal && type is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString
            or UniversalTagNumber.IA5String or UniversalTagNumber.VisibleString or UniversalTagNumber.BMPString
            or UniversalTagNumber.UniversalString or (UniversalTagNumber)T61String;
    }

    static string Text(AsnReader attribute, UniversalTagNumber type) => type switch
    {
        // OpenSSL takes T61 for Latin-1; neither type has a reader here.
        (UniversalTagNumber)T61String => Encoding.Latin1.GetString(attribute.PeekContentBytes().Span),
        UniversalTagNumber.UniversalString => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(attribute.PeekContentBytes().Span),
        _ => attribute.ReadCharacterString(type),
    };

    /// <summary>ASCII letters small, no white space at the ends, one space for each run of it within.</summary>
    static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().Trim(" \t\n\v\f\r"))
        {
            if (c is ' ' or (>= '\t' and <= '\r'))
            {
                if (folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else
            {
                folded.Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
            }
        }

        return folded.ToString();
    }
}
