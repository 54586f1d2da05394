using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Shows octets that do not fit a charset as <c>\xE4</c> and counts them.</summary>
sealed class OctetEscapes : DecoderFallback
{
    Escaping? _last;

    /// <summary>How many octets did not fit in the last pass; a decoder makes one to count characters and one to write them.</summary>
    public int Count => _last?.Count ?? 0;

    /// <inheritdoc/>
    public override int MaxCharCount => 16;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => _last = new Escaping();

    sealed class Escaping : DecoderFallbackBuffer
    {
        string _text = "";
        int _position;

        public int Count { get; private set; }

        public override int Remaining => _text.Length - _position;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var text = new StringBuilder();
            foreach (var octet in bytesUnknown)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{octet:X2}");
            }

            Count += bytesUnknown.Length;
            _text = text.ToString();
            _position = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _position < _text.Length ? _text[_position++] : '\0';

        public override bool MovePrevious()
        {
            if (_position == 0)
            {
                return false;
            }

            _position--;
            return true;
        }

        public override void Reset()
        {
            _text = "";
            _position = 0;
        }
    }
}
