namespace SmtpInspector.Session;

/// <summary>What came of listening to the server once.</summary>
enum ServerSaid
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>Nothing more: its direction has ended.</summary>
    Nothing,

    /// <summary>A line or a reply without end: it was cut, and the conversation is to be ended.</summary>
    TooMuch,
}
