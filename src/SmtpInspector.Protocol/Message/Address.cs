namespace SmtpInspector.Protocol.Message;

/// <summary>An address in a header field: a mailbox, or a group of mailboxes (RFC 5322 §3.4). Decoded for display.</summary>
public abstract record Address
{
    Address(string displayName) => DisplayName = displayName;

    /// <summary>The name of a person, a system or the group; empty where there is none.</summary>
    public string DisplayName { get; }

    /// <summary>Somebody who receives mail.</summary>
    public sealed record Mailbox : Address
    {
        internal Mailbox(string displayName, string localPart, string domain, string route, IReadOnlyList<string> comments)
            : base(displayName)
        {
            LocalPart = localPart;
            Domain = domain;
            Route = route;
            Comments = comments;
        }

        /// <summary>What stands before the "@"; of a quoted string what it says. Empty in <c>&lt;&gt;</c>.</summary>
        public string LocalPart { get; }

        /// <summary>What stands behind the "@", a literal with its brackets; empty where the address has none.</summary>
        public string Domain { get; }

        /// <summary>The obsolete route before the address, as "@a,@b"; it means nothing any more (RFC 5322 §4.4). Mostly empty.</summary>
        public string Route { get; }

        /// <summary>The comments in and around the address; before RFC 5322 many wrote the name so.</summary>
        public IReadOnlyList<string> Comments { get; }

        /// <summary>The address alone, its local-part quoted where it must be. Empty in <c>&lt;&gt;</c>.</summary>
        public string AddrSpec => Domain.Length == 0 ? (LocalPart.Length == 0 ? "" : QuotedLocalPart) : $"{QuotedLocalPart}@{Domain}";

        string QuotedLocalPart => IsDotAtom(LocalPart)
            ? LocalPart
            : $"\"{LocalPart.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

        // RFC 5322 §3.2.3: dot-atom-text = 1*atext *("." 1*atext)
        static bool IsDotAtom(string text)
        {
            var reader = new StructuredReader(text);
            do
            {
                if (reader.TakeAtom().IsEmpty)
                {
                    return false;
                }
            }
            while (reader.TryTake('.'));
            return reader.AtEnd;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            var address = DisplayName.Length == 0 ? AddrSpec : $"{DisplayName} <{AddrSpec}>";
            return Comments.Count == 0 ? address : $"{address} ({string.Join(") (", Comments)})";
        }
    }

    /// <summary>A named list of mailboxes, which may be empty: <c>undisclosed-recipients:;</c>.</summary>
    public sealed record Group : Address
    {
        internal Group(string displayName, IReadOnlyList<Mailbox> members)
            : base(displayName) => Members = members;

        /// <summary>The mailboxes in it.</summary>
        public IReadOnlyList<Mailbox> Members { get; }

        /// <inheritdoc/>
        public override string ToString() => $"{DisplayName}: {string.Join(", ", Members)};";
    }
}
