using SmtpInspector.Tui.Playing;

namespace SmtpInspector.Tui.Actions;

/// <summary>Playing a conversation back.</summary>
static class PlaybackActions
{
    const string Group = "Playback";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("play", "Play back from the top, stop, go on", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "p")], PlaybackUpdate.PlayOrPause) { WhyNot = PlaybackUpdate.WhyNot, Hint = "play", Words = "pause replay" },
        new("play-step", "Play the next entry", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, ".")], PlaybackUpdate.Forward) { WhyNot = PlaybackUpdate.WhyNot, Words = "forward" },
        new("play-back", "Take the last entry back", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, ",")], PlaybackUpdate.Backward) { WhyNot = PlaybackUpdate.WhyNotSteer, Words = "rewind" },
        new("play-faster", "Play faster", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "}")], model => PlaybackUpdate.Faster(model, 1)) { WhyNot = PlaybackUpdate.WhyNotSteer, Words = "speed" },
        new("play-slower", "Play slower", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "{")], model => PlaybackUpdate.Faster(model, -1)) { WhyNot = PlaybackUpdate.WhyNotSteer, Words = "speed" },
        new("play-end", "End the playback, and show all of the conversation", Group, Contexts.Conversation, [], static model => PlaybackUpdate.End(model)) { WhyNot = PlaybackUpdate.WhyNotSteer },
    ];
}
