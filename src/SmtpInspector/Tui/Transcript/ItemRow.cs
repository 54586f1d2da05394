using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Transcript;

/// <summary>One row of the transcript.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Mark">What stands at its right edge, which never scrolls away; empty for most rows.</param>
/// <param name="IsRule">Whether it divides: then the text stands in the middle of a line across.</param>
readonly record struct ItemRow(StyledLine Text, StyledLine? Mark = null, bool IsRule = false);
