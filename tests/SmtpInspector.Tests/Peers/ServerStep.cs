using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Tests.Peers;

/// <summary>One step of a <see cref="ScriptedServer"/>. The names below are made to be read as a table.</summary>
abstract record ServerStep
{
    ServerStep()
    {
    }

    /// <summary>Sends a line, CRLF added.</summary>
    public static ServerStep Say(string line) => new Send(Octets.Of(line + "\r\n"), int.MaxValue, TimeSpan.Zero);

    /// <summary>Sends these octets and no others.</summary>
    public static ServerStep SayExactly(string octets) => new Send(Octets.Of(octets), int.MaxValue, TimeSpan.Zero);

    /// <summary>Sends these octets in pieces of a given size, with a pause before each but the first.</summary>
    public static ServerStep SayInPieces(string octets, int size, int pauseMilliseconds = 2) =>
        new Send(Octets.Of(octets), size, TimeSpan.FromMilliseconds(pauseMilliseconds));

    /// <summary>Sends these octets again and again until the client is gone.</summary>
    public static ServerStep SayWithoutEnd(string octets) => new Flood(Octets.Of(octets));

    /// <summary>Reads a line; the script fails where it does not begin so.</summary>
    public static ServerStep Hear(string beginning) => new HearLine(beginning);

    /// <summary>Reads lines up to and with the one that is exactly this, for instance the dot.</summary>
    public static ServerStep HearUntil(string line) => new HearLines(line);

    /// <summary>Reads once, whatever comes, for instance the beginning of a handshake.</summary>
    public static ServerStep HearSome() => new HearOctets();

    /// <summary>Gives the same octets for an answer to every line, until the client is gone.</summary>
    public static ServerStep AnswerEverything(string octets) => new SameAnswer(Octets.Of(octets));

    /// <summary>Reads until the client closes its side or resets.</summary>
    public static ServerStep HearTheRest() => new HearToTheEnd();

    /// <summary>Does nothing for a while.</summary>
    public static ServerStep Pause(int milliseconds) => new Wait(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Waits until the client has shown this (<see cref="ScriptedServer.Client"/>).</summary>
    public static ServerStep Shown(string text) => new AwaitShown(text);

    /// <summary>Does something beside the conversation.</summary>
    public static ServerStep Do(Action action) => new Act(action);

    /// <summary>Makes the TLS handshake; later steps are inside.</summary>
    public static ServerStep StartTls(X509Certificate2 certificate) => new Secure(certificate);

    /// <summary>Makes the TLS handshake the way a test says, with intermediates, or through a stream that meddles.</summary>
    public static ServerStep StartTls(X509Certificate2 certificate, X509Certificate2Collection? intermediates, Func<Stream, Stream>? between = null) =>
        new Secure(certificate, intermediates, between);

    /// <summary>Sends these octets beside the TLS session that is on, as nobody must.</summary>
    public static ServerStep SayInTheClear(string octets) => new SendBeside(Octets.Of(octets));

    /// <summary>Closes its own side and goes on reading.</summary>
    public static ServerStep HalfClose() => new CloseSending();

    /// <summary>Closes the connection in an orderly way; inside TLS with its closing message.</summary>
    public static ServerStep HangUp() => new CloseBoth();

    /// <summary>Closes the connection without TLS's closing message, as a truncation would.</summary>
    public static ServerStep CutOff() => new CloseWithoutNotice();

    /// <summary>Ends the connection with a TCP reset.</summary>
    public static ServerStep Reset() => new ResetConnection();

    public sealed record Send(byte[] Bytes, int Size, TimeSpan Between) : ServerStep;

    public sealed record Flood(byte[] Bytes) : ServerStep;

    public sealed record HearLine(string Beginning) : ServerStep;

    public sealed record HearLines(string Last) : ServerStep;

    public sealed record HearToTheEnd : ServerStep;

    public sealed record HearOctets : ServerStep;

    public sealed record SameAnswer(byte[] Bytes) : ServerStep;

    public sealed record Wait(TimeSpan Time) : ServerStep;

    public sealed record AwaitShown(string Text) : ServerStep;

    public sealed record Secure(
        X509Certificate2 Certificate, X509Certificate2Collection? Intermediates = null, Func<Stream, Stream>? Between = null) : ServerStep;

    public sealed record Act(Action Action) : ServerStep;

    public sealed record SendBeside(byte[] Bytes) : ServerStep;

    public sealed record CloseSending : ServerStep;

    public sealed record CloseBoth : ServerStep;

    public sealed record CloseWithoutNotice : ServerStep;

    public sealed record ResetConnection : ServerStep;
}
