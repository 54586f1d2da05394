namespace SmtpInspector.Net.Practice;

/// <summary>The messages a practice server keeps: the latest, up to a number and a size, the oldest given up first.</summary>
sealed class ReceivedMessages
{
    const int MostMessages = 1000;
    const long MostOctets = 10 * 1024 * 1024;

    readonly Lock _lock = new();
    readonly Queue<ReceivedMessage> _messages = new();
    long _octets;

    public void Add(ReceivedMessage message)
    {
        lock (_lock)
        {
            _messages.Enqueue(message);
            _octets += message.Message.Content.Length;

            // The newest is kept whatever its size: it is the one somebody wants to look at.
            while (_messages.Count > 1 && (_messages.Count > MostMessages || _octets > MostOctets))
            {
                _octets -= _messages.Dequeue().Message.Content.Length;
            }
        }
    }

    /// <summary>What is kept now, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Snapshot()
    {
        lock (_lock)
        {
            return [.. _messages];
        }
    }
}
