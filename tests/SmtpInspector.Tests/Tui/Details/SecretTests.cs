using SmtpInspector.Tui.Details;

namespace SmtpInspector.Tests.Tui.Details;

/// <summary>No tab shows a credential, wherever a client or a server puts it.</summary>
public class SecretTests
{
    const string Password = "Tr0ub4dor&3";

    static readonly string Plain = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"\0ann@example.com\0{Password}"));

    static readonly string Session = $"""
        S: 220 mx.example.org ESMTP
        C: EHLO client.example
        S: 250-mx.example.org
        S: 250 AUTH PLAIN LOGIN
        C: AUTH PLAIN {Plain}
        S: 535 5.7.8 no such password: {Password}
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6
        C: {Convert.ToBase64String("ann@example.com"u8)}
        S: 334 UGFzc3dvcmQ6
        C: {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Password))}
        S: 235 welcome, {Password}
        C: EHLO {Password}
        S: 250-mx.example.org greets {Password}
        S: 250-X-{Password} {Password}
        S: 250 AUTH PLAIN {Password}
        C: {Password}
        S: 500 {Password} is no command
        C: MAIL FROM:<{Password}@example.com>
        S: 250 {Password} ok
        C: RCPT TO:<{Password}@example.com>
        S: 550 {Password} unknown
        C: RCPT TO:<bob@example.com>
        S: 250 ok
        C: DATA
        S: 354 go on, {Password}
        C: Subject: my password is {Password}
        C: X-{Password}: yes
        C: Content-Type: text/plain; name="{Password}"
        C:
        C: It is {Password}
        C: .
        S: 250 {Password} taken
        C: QUIT
        S: 221 bye {Password}
        """;

    [Fact]
    public void No_tab_of_any_item_shows_one()
    {
        var conversation = Conversations.Of(Session);
        for (var i = 0; i < conversation.Count; i++)
        {
            foreach (var tab in DetailTabs.All)
            {
                foreach (var width in new[] { 58, 120 })
                {
                    var shown = TabText.Of(conversation, conversation[i], tab.Name, width, Looks.Dark);

                    Assert.False(shown.Contains(Password, StringComparison.OrdinalIgnoreCase), $"{tab.Name} of item {i}:\n{shown}");
                    Assert.DoesNotContain(Plain, shown, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void One_that_may_be_shown_is_shown()
    {
        var conversation = Conversations.Of(Session);

        Assert.Contains(Password, TabText.Of(conversation, TabText.Item(conversation, "Subject"), "Message", 120, Looks.Dark, keepSecrets: true), StringComparison.Ordinal);
    }
}
