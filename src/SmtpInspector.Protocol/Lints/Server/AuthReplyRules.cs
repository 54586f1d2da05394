using System.Buffers;
using System.Buffers.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>The challenges of an AUTH exchange (RFC 4954 §4).</summary>
static class AuthReplyRules
{
    static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    public static void Challenge(Reply reply, ICollection<Finding> findings)
    {
        if (reply.Code != 334)
        {
            return;
        }

        for (var i = 0; i < reply.Lines.Count; i++)
        {
            var text = reply.Lines[i].TextBytes.Span.TrimEnd((byte)' ');

            // An empty challenge is right: the mechanism has the client speak first.
            // What the challenge says is not quoted: it may echo a credential.
            if (reply.Lines[i].Code is not null && !(Base64.IsValid(text) && !text.ContainsAnyExcept(Alphabet)))
            {
                var at = text.IndexOfAnyExcept(Alphabet);
                findings.Add(Finding.Of(
                    FindingId.AuthChallengeNotBase64,
                    at < 0
                        ? "The challenge is not whole base64: its length must be a multiple of four, filled up with \"=\"."
                        : "The challenge holds a character that base64 does not have. Behind \"334 \" there must be base64, or nothing.",
                    at < 0 ? new Columns(i, 4, 4 + text.Length) : new Columns(i, 4 + at, 5 + at)));
                return;
            }
        }
    }
}
