using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>
/// RFC 5321 §4.1.1.3: "The client MUST NOT transmit parameters other than those associated with a service
/// extension offered by the server in its EHLO response."
/// </summary>
static class OfferedParameters
{
    public static void Check(SessionState state, Verb verb, IReadOnlyList<EsmtpParameter> parameters, ICollection<Finding> findings)
    {
        // Before any EHLO nothing is known; that MAIL comes too early then is another finding.
        if (parameters.Count == 0 || (state.Offers is null && state.Introduction != Introduction.Helo))
        {
            return;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            if (EhloKeyword.IsKeyword(parameters[i].Keyword.Span))
            {
                Check(state, verb, parameters[i], findings);
            }
        }
    }

    static void Check(SessionState state, Verb verb, in EsmtpParameter parameter, ICollection<Finding> findings)
    {
        if (KnownParameter.Of(parameter.Keyword) is not { } known)
        {
            CheckUnknown(state, parameter, findings);
            return;
        }

        // A parameter of the other command has been found by its form.
        var extension = ExtensionOf(known, parameter);
        if (known.Verb == verb && Offered.Has(state, extension) is false && !CarriedByAnother(state, known, parameter))
        {
            findings.Add(
                FindingId.ParameterNotAdvertised,
                parameter.Where,
                Offered.Missing(state, known.Keyword, extension),
                known.Section);
        }
    }

    // RFC 3030 §3: BINARYMIME is an extension of its own, with a value for the parameter of 8BITMIME.
    static string ExtensionOf(KnownParameter known, in EsmtpParameter parameter) =>
        known.Value == ValueRule.Body && parameter.Value.Is("BINARYMIME") ? "BINARYMIME" : known.Extension;

    // BODY=7BIT says what is so without it; a server that knows the parameter for BINARYMIME's sake takes it.
    static bool CarriedByAnother(SessionState state, KnownParameter known, in EsmtpParameter parameter) =>
        known.Value == ValueRule.Body && parameter.Value.Is("7BIT") && Offered.Has(state, "BINARYMIME") is true;

    // Which extension an unknown parameter belongs to is unknown too, so it is a likely mistake, no more; private
    // ones (RFC 5321 §4.1.5) are agreed upon elsewhere. After HELO there is nothing it could belong to.
    static void CheckUnknown(SessionState state, in EsmtpParameter parameter, ICollection<Finding> findings)
    {
        if (state.Introduction == Introduction.Helo)
        {
            findings.Add(
                FindingId.ParameterNotAdvertised, parameter.Where, "After HELO there are no extensions, and so no parameters: use EHLO.", "RFC 5321 §3.2");
        }
        else if ((parameter.Keyword.Span[0] | 0x20) != 'x' && state.Offers?.Has(parameter.Keyword.Text) is false)
        {
            findings.Add(
                FindingId.ParameterNotAdvertised,
                parameter.Where,
                "No extension known here has this parameter, and the server did not offer one of that name.",
                "RFC 5321 §4.1.1.11",
                Severity.Warning);
        }
    }
}
