using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>The events of a conversation of this run.</summary>
sealed class HappenedEvents(Log<Happened> events, int next) : IEventSource
{
    int _next = next;

    public bool CanBranch => true;

    public ulong Sum => 0;

    public ConversationEvent? Read() => _next < events.Count ? events[_next++].Event : null;

    public IEventSource Branch() => new HappenedEvents(events, _next);
}
