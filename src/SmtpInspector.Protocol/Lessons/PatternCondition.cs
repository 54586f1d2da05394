using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>A condition of a <see cref="LessonPattern"/>. A closed set.</summary>
abstract record PatternCondition
{
    PatternCondition()
    {
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="act">What the client did; null for what the server says unasked.</param>
    /// <param name="reply">What the server said.</param>
    public abstract bool Holds(LessonAct? act, Entry.Reply reply);

    /// <summary>The reply's code is one of these: a code, or a class such as 5yz; none for any.</summary>
    public sealed record Replied(IReadOnlyList<int> Codes) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) =>
            Codes.Count == 0 || Codes.Any(code => code < 10 ? reply.Value.Code / 100 == code : reply.Value.Code == code);
    }

    /// <summary>The judge has found this in what the client did, or in the reply.</summary>
    public sealed record Found(FindingId Rule, bool InReply) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) =>
            (InReply ? reply.Findings : act?.Entry.Findings ?? []).Any(finding => finding.Id == Rule);
    }

    /// <summary>A text stands, or does not stand, in the line or the content; letters in any case.</summary>
    public sealed record Has(string Text, bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) =>
            act is not null && Encoding.UTF8.GetString(act.Octets).Contains(Text, StringComparison.OrdinalIgnoreCase) == Wanted;
    }

    /// <summary>Exact octets stand, or do not stand, in the line or the content.</summary>
    public sealed record HasOctets(byte[] Octets, bool Wanted) : PatternCondition
    {
        // A message stands behind a CR LF, that of DATA: its first line begins behind one as the others do.
        public override bool Holds(LessonAct? act, Entry.Reply reply) =>
            act is not null && ((act.IsMessage ? (ReadOnlySpan<byte>)[.. "\r\n"u8, .. act.Octets] : act.Octets).IndexOf(Octets) >= 0) == Wanted;
    }

    /// <summary>A header field stands, or does not stand, before the first empty line of the message.</summary>
    public sealed record Header(string Name, bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply)
        {
            if (act is null)
            {
                return false;
            }

            var content = "\r\n" + Encoding.UTF8.GetString(act.Octets);
            var end = content.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var header = end < 0 ? content : content[..end];
            return header.Contains($"\r\n{Name}:", StringComparison.OrdinalIgnoreCase) == Wanted;
        }
    }

    /// <summary>The null path, or one that is not.</summary>
    public sealed record NullPath(bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) => act?.Command is Command.Mail { Path.IsNull: var isNull } && isNull == Wanted;
    }

    /// <summary>The address: a mailbox, or a domain with those below it.</summary>
    public sealed record Address(string LocalPart, string Domain) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply)
        {
            var mailbox = act?.Command switch
            {
                Command.Mail mail => mail.Path?.Mailbox,
                Command.Rcpt rcpt => rcpt.Path?.Mailbox,
                _ => null,
            };
            return mailbox is { } found
                && (LocalPart.Length == 0 ? IsWithin(found.Domain.Text) : found.LocalPart.Is(LocalPart) && found.Domain.Is(Domain));
        }

        bool IsWithin(string domain) =>
            domain.Equals(Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An ESMTP parameter is there, with a value where one is named, or is not there.</summary>
    public sealed record Parameter(string Keyword, string? Value, bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply)
        {
            var parameters = act?.Command switch
            {
                Command.Mail mail => mail.Parameters,
                Command.Rcpt rcpt => rcpt.Parameters,
                _ => [],
            };
            return parameters.Any(parameter => parameter.Is(Keyword) && (Value is null || parameter.Value.Is(Value))) == Wanted;
        }
    }

    /// <summary>AUTH of a mechanism.</summary>
    public sealed record Mechanism(string Name) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) => act?.Command is Command.Auth auth && auth.Mechanism.Is(Name);
    }

    /// <summary>AUTH with, or without, its initial response.</summary>
    public sealed record InitialResponse(bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) => act?.Command is Command.Auth auth && auth.InitialResponse.HasValue == Wanted;
    }

    /// <summary>BDAT with, or without, LAST.</summary>
    public sealed record LastChunk(bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) => act?.Command is Command.Bdat { IsLast: var isLast } && isLast == Wanted;
    }

    /// <summary>Sent before what was said earlier was answered.</summary>
    public sealed record Pipelined(bool Wanted) : PatternCondition
    {
        public override bool Holds(LessonAct? act, Entry.Reply reply) => act is not null && act.IsPipelined == Wanted;
    }
}
