using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tui.Transcript;

/// <summary>One row of the transcript.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Mark">What stands at its right edge, which never scrolls away; empty for most rows.</param>
/// <param name="IsRule">Whether it divides: then the text stands in the middle of a line across.</param>
/// <param name="Line">Which line of the item's it shows, from 0, or the end of it; -1 for what is no line.</param>
readonly record struct ItemRow(StyledLine Text, StyledLine? Mark = null, bool IsRule = false, int Line = -1);
