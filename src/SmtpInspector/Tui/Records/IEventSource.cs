using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Tui.Records;

/// <summary>Events that can be had again from a place on.</summary>
interface IEventSource
{
    /// <summary>Whether there can be a branch here.</summary>
    bool CanBranch { get; }

    /// <summary>A sum over what was read, the same whenever the same is read; 0 where nothing else can be read.</summary>
    ulong Sum { get; }

    /// <summary>The next event; null at the end.</summary>
    ConversationEvent? Read();

    /// <summary>The same events from here on, read on their own.</summary>
    IEventSource Branch();
}
