using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Knowledge;

public class ProviderTextTests
{
    const string Ses = "email-smtp.amazonaws.com ESMTP SimpleEmailService-d-N8DNVJOVF 1hh7w7XwCXyEHPypK4v6";
    const string Gmail = "smtp.gmail.com ESMTP d2e1a72fcca58-7242a8 - gsmtp";
    const string Office = "AM0PR10CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready at Mon, 1 Jan 2024 00:00:00 +0000";
    const string Outlook = "outlook-com.olc.protection.outlook.com";

    // Replies as users and senders' logs have them.
    [Theory]
    [InlineData(Ses, "535 Authentication Credentials Invalid\r\n", "Authentication Credentials Invalid")]
    [InlineData(Ses, "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.com\r\n", "Email address is not verified")]
    [InlineData(Ses, "454 Throttling failure: Maximum sending rate exceeded.\r\n", "Throttling failure: Maximum sending rate exceeded")]
    [InlineData(Ses, "451 4.4.2 Timeout waiting for data from client.\r\n", "Timeout waiting for data from client")]
    [InlineData(Ses, "554 Access denied: User `arn:aws:iam::111122223333:user/a' is not authorized to perform `ses:SendRawEmail' on resource `arn'\r\n", "Access denied: User * is not authorized to perform")]
    [InlineData(Ses, "250 Ok 0000012345678e09-123a4cdc-b56c-78dd-b90e-d123be456789-000000\r\n", "Ok *-*-*-*-*-*")]
    [InlineData(Gmail, "535-5.7.8 Username and Password not accepted. For more information, go to\r\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials d2e1 - gsmtp\r\n", "Username and Password not accepted")]
    [InlineData(Gmail, "534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp\r\n", "Application-specific password required")]
    [InlineData(Gmail, "550-5.7.26 This mail has been blocked because the sender\r\n550-5.7.26 is unauthenticated.\r\n550 5.7.26 - gsmtp\r\n", "sender is unauthenticated")]
    [InlineData("gmail-smtp-in.l.google.com", "550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n550 5.1.1 double-checking the recipient's email address - gsmtp\r\n", "you tried to reach does not exist")]
    [InlineData("aspmx.l.google.com", "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from\r\n421 4.7.28 your IP address. - gsmtp\r\n", "unusual rate of")]
    [InlineData(Office, "530 5.7.57 Client not authenticated to send mail. [AM0PR10CA0001.EURPRD10.PROD.OUTLOOK.COM]\r\n", "not authenticated to send anonymous mail|Client not authenticated to send mail")]
    [InlineData(Office, "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.\r\n", "SmtpClientAuthentication is disabled")]
    [InlineData("example-com.mail.protection.outlook.com", "550 5.7.606 Access denied, banned sending IP [198.51.100.222]. To request removal from this list please visit https://sender.office.com/\r\n", "banned sending IP")]
    [InlineData("example-com.mail.protection.outlook.com", "550 5.7.509 Access denied, sending domain [EXAMPLE.JP] does not pass DMARC verification and has a DMARC policy of reject.\r\n", "does not pass DMARC verification")]
    [InlineData("example-com.mail.protection.outlook.com", "550 5.4.1 Recipient address rejected: Access denied. [AM0.eop-EUR05.prod.protection.outlook.com]\r\n", "Recipient address rejected: Access denied")]
    [InlineData(Outlook, "451 4.7.650 The mail server [192.0.2.5] has been temporarily rate limited due to IP reputation. (S775)\r\n", "rate limited due to IP reputation")]
    [InlineData(Outlook, "550 5.7.1 Unfortunately, messages from [192.0.2.5] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).\r\n", "part of their network is on our block list")]
    [InlineData(Outlook, "550 5.7.515 Access denied, sending domain EXAMPLE.JP doesn't meet the required authentication level.\r\n", "required authentication level")]
    [InlineData("mta5.am0.yahoodns.net", "421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1\r\n", "temporarily deferred due to unexpected volume or user complaints")]
    [InlineData("mta5.am0.yahoodns.net", "554 delivery error: dd This user doesn't have a yahoo.com account (a@yahoo.com) [0] - mta1061.mail.ne1.yahoo.com\r\n", "This user doesn*t have a|mailbox not found")]
    [InlineData("mx01.mail.icloud.com", "552 5.2.2 <a@icloud.com>: user is over quota\r\n", "user is over quota")]
    [InlineData("mail.example.com ESMTP Postfix (Debian/GNU)", "554 5.7.1 <b@example.net>: Relay access denied\r\n", "Relay access denied")]
    [InlineData("mail.example.com ESMTP Postfix", "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org\r\n", "Service unavailable; * blocked using")]
    [InlineData("mail.example.com ESMTP Postfix", "550 5.1.1 <b@example.net>: Recipient address rejected: User unknown in virtual mailbox table\r\n", "User unknown in virtual")]
    [InlineData("mail.example.com ESMTP Exim 4.97 Mon, 01 Jan 2024 00:00:00 +0000", "550 relay not permitted\r\n", "relay not permitted")]
    [InlineData("mail.example.com ESMTP Exim 4.97 Mon, 01 Jan 2024 00:00:00 +0000", "501 Syntactically invalid EHLO argument(s)\r\n", "Syntactically invalid * argument")]
    public void A_reply_is_told_in_its_providers_sense(string greetingOrDomain, string reply, string phrase) =>
        Assert.Equal(phrase, ProviderTexts.Match(greetingOrDomain, Read(reply))?.Phrase);

    [Theory]
    [InlineData("mail.example.com ESMTP", "550 5.1.1 User unknown\r\n")]
    [InlineData(Gmail, "550 5.1.1 frobnicated\r\n")]
    [InlineData(Gmail, "354 Go ahead - gsmtp\r\n")]
    [InlineData(Ses, "250 Ok\r\n")]
    [InlineData(Gmail, "550 5.1.1 Username and Password not accepted\r\n")]
    public void A_reply_nobody_is_known_for_has_no_such_sense(string greetingOrDomain, string reply) =>
        Assert.Null(ProviderTexts.Match(greetingOrDomain, Read(reply)));

    [Theory]
    [InlineData("email-smtp.eu-west-1.amazonaws.com", Provider.AmazonSes)]
    [InlineData("GMAIL-SMTP-IN.L.GOOGLE.COM", Provider.Gmail)]
    [InlineData("smtp.office365.com", Provider.ExchangeOnline)]
    [InlineData("hotmail-com.olc.protection.outlook.com", Provider.OutlookCom)]
    [InlineData("mx.example.com ESMTP Postfix", Provider.Postfix)]
    [InlineData("mx.example.com ESMTP OpenSMTPD", null)]
    [InlineData("", null)]
    public void A_provider_is_told_by_its_greeting_or_its_servers_name(string greetingOrDomain, Provider? provider) =>
        Assert.Equal(provider, ProviderTexts.Of(greetingOrDomain));

    [Fact]
    public void Every_text_is_found_by_its_own_words()
    {
        Assert.True(ProviderTexts.All.Count >= 60);
        Assert.All(ProviderTexts.All, row =>
        {
            var code = row.Codes.Length == 0 ? "550" : row.Codes.Split('|')[0];
            foreach (var wording in row.Phrase.Split('|'))
            {
                var enhanced = row.Enhanced is "" or "-" ? "" : $"{row.Enhanced.Replace('x', code[0]).Split('-')[0]} ";
                var found = ProviderTexts.Match(row.Provider, Read($"{code} {enhanced}{wording.Replace("*", "and", StringComparison.Ordinal)}\r\n"));
                Assert.True(found?.Provider == row.Provider && found.Phrase == row.Phrase, $"{code} {enhanced}{wording}: {found?.Phrase}");
            }
        });
    }

    [Fact]
    public void Every_text_is_short_and_names_its_source()
    {
        Assert.All(ProviderTexts.All, row =>
        {
            Assert.True(Words(row.Meaning) is >= 4 and <= 38 && row.Meaning.EndsWith('.'), $"{row.Phrase}: {Words(row.Meaning)}");
            Assert.True(Words(row.WhatToDo) is >= 2 and <= 22 && row.WhatToDo.EndsWith('.'), $"{row.Phrase}: {Words(row.WhatToDo)}");
            Assert.Null(References.Fault(row.Reference));
        });
    }

    [Fact]
    public void A_phrase_alone_is_found_whoever_sent_it()
    {
        var found = ProviderTexts.Search("530 5.7.0 Must issue a STARTTLS command first");

        Assert.Equal([Provider.Gmail, Provider.Postfix], found.Select(text => text.Provider).Order());
        Assert.Equal(Provider.Gmail, Assert.Single(ProviderTexts.Search("application-specific PASSWORD required")).Provider);
        Assert.Empty(ProviderTexts.Search("Ok"));
    }

    [Fact]
    public void Explain_adds_what_providers_mean()
    {
        Assert.Contains(Explainer.Explain("550 relay not permitted")!.Details, detail => detail.Label == "Exim");
        Assert.Contains(Explainer.Explain("5.7.57")!.Details, detail => detail.Label == "Exchange Online");
        Assert.Equal("as Gmail says it", Explainer.Explain("Application-specific password required")!.Title);
        Assert.Empty(Explainer.Explain("5.7.1")!.Details);
    }

    [Property]
    public bool Any_text_can_be_searched_for(string? text) => ProviderTexts.Search(text ?? "").Count <= Enum.GetValues<Provider>().Length;

    static Reply Read(string reply) =>
        new([.. reply.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line =>
            ReplyLine.Parse(new WireLine(Direction.Server, 0, Encoding.UTF8.GetBytes(line + "\r\n"))))]);

    static int Words(string text) => text.Split(' ').Length;
}
