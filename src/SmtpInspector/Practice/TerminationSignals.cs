using System.Runtime.InteropServices;

namespace SmtpInspector.Practice;

/// <summary>Waits for a signal that asks the process to end, and takes it upon itself to end in order.</summary>
sealed class TerminationSignals : IDisposable
{
    readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<PosixSignalRegistration> _registrations;
    readonly CancellationTokenRegistration _cancellation;

    /// <summary>Begins to listen; the token counts as a signal too.</summary>
    public TerminationSignals(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken.Register(() => _asked.TrySetResult());
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Returns when one has come.</summary>
    public Task WaitAsync() => _asked.Task;

    public void Dispose()
    {
        _cancellation.Dispose();
        _registrations.ForEach(registration => registration.Dispose());
    }

    void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        _asked.TrySetResult();
    }
}
