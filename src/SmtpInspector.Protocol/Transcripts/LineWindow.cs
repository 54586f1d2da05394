using System.Numerics;
using System.Runtime.InteropServices;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The lines of a file, cut out of as much of it as is in sight.</summary>
struct LineWindow(TranscriptSource source)
{
    const int Usual = 64 * 1024;

    ReadOnlyMemory<byte> _window;
    byte[]? _buffer;
    long _start;
    int _position;

    /// <summary>The octet the next line begins with, from 0.</summary>
    public readonly long Position => _start + _position;

    /// <summary>Whether there is no further line.</summary>
    public readonly bool IsAtEnd => Position >= source.Length;

    /// <summary>A sum over all lines cut so far, of octets that may change; 0 for others.</summary>
    public ulong Sum { get; private set; }

    /// <summary>The same place, looked at on its own.</summary>
    public readonly LineWindow Branch()
    {
        var branch = this;
        if (_buffer is not null)
        {
            (branch._buffer, branch._window, branch._start, branch._position) = (null, default, Position, 0);
        }

        return branch;
    }

    /// <summary>Goes back to a place.</summary>
    public void Return(long position) => (_window, _start, _position) = (default, position, 0);

    /// <summary>Skips some octets at the beginning of the file, if it begins with them.</summary>
    public void Skip(ReadOnlySpan<byte> beginning)
    {
        See(Usual);
        _position += _window.Span.StartsWith(beginning) ? beginning.Length : 0;
    }

    /// <summary>Cuts the next line. It is good until the next one is cut.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="isFinished">Whether it has one.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryCut(out ReadOnlyMemory<byte> line, out bool isFinished)
    {
        (line, isFinished) = (default, false);
        if (IsAtEnd)
        {
            return false;
        }

        var end = _window.Span[_position..].IndexOf((byte)'\n');
        while (end < 0 && _start + _window.Length < source.Length)
        {
            See(Math.Max(Usual, 2 * (_window.Length - _position)));
            end = _window.Span.IndexOf((byte)'\n');
        }

        isFinished = end >= 0;
        var octets = _window[_position..(isFinished ? _position + end + 1 : _window.Length)];
        _position += octets.Length;
        line = isFinished ? octets[..^1] : octets;
        Sum = source.CanChange ? Add(Sum, octets.Span) : 0;
        return true;
    }

    void See(int wanted)
    {
        var position = Position;
        (_window, _start, _position) = (source.Read(position, wanted, ref _buffer), position, 0);
    }

    // Not against malice, who could write what the reader has seen as well: it tells that a file was written anew underneath.
    static ulong Add(ulong sum, ReadOnlySpan<byte> octets)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(octets))
        {
            sum = BitOperations.RotateLeft((sum ^ word) * Odd, 29);
        }

        foreach (var octet in octets[^(octets.Length % sizeof(ulong))..])
        {
            sum = BitOperations.RotateLeft((sum ^ octet) * Odd, 29);
        }

        return sum;
    }
}
