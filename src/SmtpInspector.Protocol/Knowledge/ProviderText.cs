namespace SmtpInspector.Protocol.Knowledge;

/// <summary>What a reply text means with the provider that sends it.</summary>
/// <param name="Provider">Who sends it.</param>
/// <param name="Codes">The reply codes it comes with, separated by bars; empty for any.</param>
/// <param name="Enhanced">
/// The enhanced status code it comes with: <c>5.7.26</c>, <c>x.7.28</c> for any class, <c>5.7.606-649</c> for a range of
/// details, <c>-</c> for none; empty where it varies.
/// </param>
/// <param name="Phrase">
/// The words to look for, in any case; a star stands for anything in between, a bar separates other wordings.
/// </param>
/// <param name="Meaning">What it means with this provider.</param>
/// <param name="WhatToDo">What to do about it.</param>
/// <param name="Reference">The provider's document, by its title.</param>
public sealed record ProviderText(
    Provider Provider,
    string Codes,
    string Enhanced,
    string Phrase,
    string Meaning,
    string WhatToDo,
    string Reference);
