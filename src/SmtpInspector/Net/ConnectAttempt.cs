using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>An address that was tried in vain.</summary>
sealed record ConnectAttempt(IPAddress Address, SocketException Error);
