using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net.Certificates;

/// <summary>What was found about the peer's certificates.</summary>
/// <param name="Verified">Chain, name and purpose are right.</param>
/// <param name="Problems">Every reason why not, and weaknesses that do not count against it, a sentence each.</param>
/// <param name="Certificates">What the peer sent, leaf first.</param>
sealed record Verdict(bool Verified, IReadOnlyList<string> Problems, IReadOnlyList<PeerCertificate> Certificates);
