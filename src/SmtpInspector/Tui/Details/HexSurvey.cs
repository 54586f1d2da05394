using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Which kinds of octets an item has: counted in a short one, those that are possible in a long one.</summary>
readonly struct HexSurvey
{
    const int Most = 4096;

    readonly uint _kinds;

    HexSurvey(uint kinds, bool isLeftOut) => (_kinds, SecretsAreLeftOut) = (kinds, isLeftOut);

    /// <summary>Whether what stands for a credential came from a transcript without it, so that its length is not known.</summary>
    public bool SecretsAreLeftOut { get; }

    /// <summary>Looks through an item.</summary>
    public static HexSurvey Of(TranscriptItem item, bool keepSecrets)
    {
        if (ByteRows.Of(item.Lines).Octets > Most)
        {
            return new HexSurvey(Possible(item), isLeftOut: false);
        }

        var kinds = 0u;
        var isLeftOut = false;
        for (var number = 0; number < item.Lines.Count; number++)
        {
            var of = OctetKinds.Of(item, number, keepSecrets);
            for (var i = 0; i < item.Lines[number].Wire.Bytes.Length; i++)
            {
                kinds |= 1u << (int)of.At(i);
            }

            isLeftOut |= IsLeftOut(item.Lines[number]);
        }

        return new HexSurvey(kinds, isLeftOut);
    }

    /// <summary>Whether there is one of a kind.</summary>
    public bool Has(OctetKind kind) => (_kinds & (1u << (int)kind)) != 0;

    static uint Possible(TranscriptItem item) => item.IsDotStuffed
        ? uint.MaxValue
        : uint.MaxValue & ~(1u << (int)OctetKind.ExtraDot) & ~(1u << (int)OctetKind.EndOfData);

    static bool IsLeftOut(ShownLine line)
    {
        foreach (var secret in line.Secrets)
        {
            var octets = line.Wire.Bytes.Span[secret.Start..secret.End];
            if (System.Text.Ascii.Equals(octets, Redactor.Placeholder(secret.Name)))
            {
                return true;
            }
        }

        return false;
    }
}
