namespace SmtpInspector.LineMode;

/// <summary>Colours of the printed conversation: the same meaning as the words, never without them.</summary>
/// <param name="UseColour">False where the output is no terminal, and with NO_COLOR.</param>
readonly record struct OutputStyle(bool UseColour)
{
    const string Reset = "\e[0m";

    /// <summary>The client's side.</summary>
    public string Client(string text) => Paint("\e[36m", text);

    /// <summary>A reply, by the first digit of its code.</summary>
    public string Server(string text, int? code) => (code / 100) switch
    {
        2 => Paint("\e[32m", text),
        3 => Paint("\e[34m", text),
        4 => Paint("\e[33m", text),
        5 => Paint("\e[31m", text),
        _ => Paint("\e[35m", text),
    };

    /// <summary>An event.</summary>
    public string Event(string text) => Paint("\e[2m", text);

    /// <summary>A finding of severity error.</summary>
    public string Error(string text) => Paint("\e[1;31m", text);

    /// <summary>A finding of severity warning.</summary>
    public string Warning(string text) => Paint("\e[33m", text);

    /// <summary>A finding of severity info.</summary>
    public string Info(string text) => Paint("\e[2m", text);

    string Paint(string colour, string text) => UseColour ? $"{colour}{text}{Reset}" : text;
}
