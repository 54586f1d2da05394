using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Shows octets that do not fit a charset as <c>\xE4</c> and counts them.</summary>
sealed class OctetEscapes : DecoderFallback
{
    /// <summary>How many octets did not fit.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 16;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Escaping(this);

    sealed class Escaping(OctetEscapes owner) : DecoderFallbackBuffer
    {
        string _text = "";
        int _position;

        public override int Remaining => _text.Length - _position;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var text = new StringBuilder();
            foreach (var octet in bytesUnknown)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{octet:X2}");
            }

            owner.Count += bytesUnknown.Length;
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
