using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using SmtpInspector.Terminal.Events;

namespace SmtpInspector.Tui;

/// <summary>Has everything that System.Reactive schedules done on the thread of the screen.</summary>
sealed class LoopScheduler(EventLoop loop) : LocalScheduler
{
    public override IDisposable Schedule<TState>(TState state, TimeSpan dueTime, Func<IScheduler, TState, IDisposable> action)
    {
        var work = new SingleAssignmentDisposable();
        void Post() => loop.Post(() =>
        {
            if (!work.IsDisposed)
            {
                work.Disposable = action(this, state);
            }
        });

        if (dueTime <= TimeSpan.Zero)
        {
            Post();
            return work;
        }

        var timer = new Timer(_ => Post(), null, dueTime, Timeout.InfiniteTimeSpan);
        return new CompositeDisposable(work, timer);
    }
}
