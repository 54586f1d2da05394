using System.Globalization;

namespace SmtpInspector.Protocol.Message;

/// <summary>Joins and decodes parameters that are written in pieces or with a charset (RFC 2231 §3, §4).</summary>
static class ExtendedParameters
{
    /// <summary>The parameters that those written stand for, in order of their first piece. Of a name given twice the first counts.</summary>
    public static List<MimeParameter> Join(List<(string Name, string Value)> written, ref string? problem)
    {
        var groups = new List<Pieces>();
        foreach (var (name, value) in written)
        {
            var (attribute, section, isExtended) = Split(name);
            var group = groups.Find(known => known.Name == attribute);
            if (group is null)
            {
                group = new Pieces(attribute);
                groups.Add(group);
            }

            if (!group.TryAdd(section, new Piece(value, isExtended)))
            {
                problem ??= $"the parameter {Shown.Quote(name)} is given twice";
            }
        }

        var joined = new List<MimeParameter>(groups.Count);
        foreach (var group in groups)
        {
            joined.Add(group.Join(ref problem));
        }

        return joined;
    }

    // RFC 2231 §7: attribute ["*" section] ["*"]; sections count from 0 without leading zeros.
    static (string Attribute, int? Section, bool IsExtended) Split(string name)
    {
        var isExtended = name.Length > 1 && name[^1] == '*';
        var rest = isExtended ? name[..^1] : name;
        var star = rest.IndexOf('*', StringComparison.Ordinal);
        if (star <= 0)
        {
            return (rest, null, isExtended);
        }

        var digits = rest[(star + 1)..];
        var isNumber = digits == "0" || (digits.Length is > 0 and < 5 && digits[0] != '0' && !digits.AsSpan().ContainsAnyExceptInRange('0', '9'));
        return isNumber
            ? (rest[..star], int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), isExtended)
            : (name, null, false);
    }

    readonly record struct Piece(string Value, bool IsExtended);

    sealed class Pieces(string name)
    {
        readonly SortedDictionary<int, Piece> _sections = [];
        Piece? _plain;
        Piece? _extended;

        public string Name { get; } = name;

        public bool TryAdd(int? section, Piece piece)
        {
            if (section is { } number)
            {
                return _sections.TryAdd(number, piece);
            }

            ref var place = ref piece.IsExtended ? ref _extended : ref _plain;
            if (place is not null)
            {
                return false;
            }

            place = piece;
            return true;
        }

        // A plain value beside an extended one is for readers that know no RFC 2231, so it counts last.
        public MimeParameter Join(ref string? problem)
        {
            if (_extended is { } extended)
            {
                return Decode([extended], ref problem);
            }

            var pieces = new List<Piece>();
            while (_sections.TryGetValue(pieces.Count, out var piece))
            {
                pieces.Add(piece);
            }

            // RFC 2231 §3: gaps in the sequence are not allowed; what stands behind one belongs to nothing.
            if (pieces.Count < _sections.Count)
            {
                problem ??= $"a section of the parameter {Shown.Quote(Name)} is missing";
            }

            return pieces.Count > 0 || _plain is null
                ? Decode(pieces, ref problem)
                : new MimeParameter(Name, HeaderText.Visible(_plain.Value.Value)) { Raw = _plain.Value.Value };
        }

        MimeParameter Decode(List<Piece> pieces, ref string? problem)
        {
            // The octets are joined before they are read as text: a character may reach from one section into the next.
            var octets = new List<byte>();
            if (pieces.Count == 0 || !pieces[0].IsExtended)
            {
                Append(octets, pieces, 0);
                var raw = HeaderText.FromOctets([.. octets]);
                return new MimeParameter(Name, HeaderText.Visible(raw)) { Raw = raw };
            }

            // RFC 2231 §4: charset'language'value; the single quotes are there even when the names are left out.
            var first = pieces[0].Value.Split('\'', 3);
            if (first.Length < 3)
            {
                problem ??= $"the parameter {Shown.Quote(Name + "*")} does not begin with charset'language'";
                first = ["", "", pieces[0].Value];
            }

            Unescape(octets, first[2]);
            Append(octets, pieces, 1);
            var charset = HeaderText.Visible(first[0]);
            var decoded = Message.Charset.Decode(charset.Length == 0 ? "utf-8" : charset, [.. octets]);
            return new MimeParameter(Name, decoded.Text, charset, HeaderText.Visible(first[1]));
        }

        static void Append(List<byte> octets, List<Piece> pieces, int from)
        {
            for (var i = from; i < pieces.Count; i++)
            {
                if (pieces[i].IsExtended)
                {
                    Unescape(octets, pieces[i].Value);
                }
                else
                {
                    octets.AddRange(HeaderText.ToOctets(pieces[i].Value));
                }
            }
        }

        // RFC 2231 §7: "%" and two hexadecimal digits stand for an octet. A "%" with anything else behind it stands for itself.
        static void Unescape(List<byte> octets, string value)
        {
            var escaped = HeaderText.ToOctets(value).AsSpan();
            for (var i = 0; i < escaped.Length; i++)
            {
                if (escaped[i] == (byte)'%' && Hex.TryRead(escaped[(i + 1)..], out var octet))
                {
                    octets.Add(octet);
                    i += 2;
                }
                else
                {
                    octets.Add(escaped[i]);
                }
            }
        }
    }
}
