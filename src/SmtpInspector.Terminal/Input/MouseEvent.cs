namespace SmtpInspector.Terminal.Input;

/// <summary>The mouse did something.</summary>
/// <param name="Action">What.</param>
/// <param name="Button">The button concerned; <see cref="MouseButton.None"/> for the wheel and for movement.</param>
/// <param name="Column">The cell, counted from 0 at the left.</param>
/// <param name="Row">The cell, counted from 0 at the top.</param>
/// <param name="Modifiers">What was held; terminals keep Shift to themselves as a rule.</param>
public sealed record MouseEvent(MouseAction Action, MouseButton Button, int Column, int Row, KeyModifiers Modifiers = KeyModifiers.None) : TerminalEvent;
