using System.Collections.Concurrent;
using SmtpInspector.Terminal.Events;
using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tests.Terminal.Events;

public sealed class TerminalInputTests : IDisposable
{
    readonly BlockingCollection<TerminalEvent> _events = [];
    readonly FakeTerminal _terminal = new();

    [Fact]
    public void An_Esc_that_nothing_follows_in_time_is_the_key()
    {
        TerminalInput.Start(_terminal, _events.Add);
        _terminal.Type("\e"u8);
        _terminal.BeSilent();
        _terminal.Type("["u8);
        _terminal.Type("A"u8);
        _terminal.End();

        Assert.Equal("Esc [ A", string.Join(' ', UntilEnd()));
    }

    [Fact]
    public void A_sequence_in_pieces_is_one_key()
    {
        TerminalInput.Start(_terminal, _events.Add);
        _terminal.Type("\e"u8);
        _terminal.Type("["u8);
        _terminal.Type("A"u8);
        _terminal.End();

        Assert.Equal("Up", string.Join(' ', UntilEnd()));
    }

    [Fact]
    public void Resizes_and_resumptions_come_among_the_keys()
    {
        TerminalInput.Start(_terminal, _events.Add);
        _terminal.Resize(100, 30);
        _terminal.Resume();
        _terminal.End();

        Assert.Equal([new ResizeEvent(new(100, 30)), new ResumeEvent()], UntilEnd());
    }

    public void Dispose()
    {
        _terminal.Dispose();
        _events.Dispose();
    }

    List<TerminalEvent> UntilEnd()
    {
        var events = new List<TerminalEvent>();
        while (_events.Take() is var next and not InputEndedEvent)
        {
            events.Add(next);
        }

        return events;
    }
}
