using System.Globalization;
using SmtpInspector.Net.Practice;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Practice;

/// <summary>A message the practice server accepted, in one line.</summary>
static class ReceivedText
{
    /// <summary>Envelope, size and subject; what the client made of them cannot reach the terminal's controls.</summary>
    public static string Of(ReceivedMessage message) => string.Create(
        CultureInfo.InvariantCulture,
        $"from <{Safe.FromText(message.Message.ReversePath)}> to {string.Join(", ", message.Message.Recipients.Select(recipient => $"<{Safe.FromText(recipient)}>"))}, {message.Message.Content.Length} octets, subject: {Safe.FromText(message.Subject)}");
}
