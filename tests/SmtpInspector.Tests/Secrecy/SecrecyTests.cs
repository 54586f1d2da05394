using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Tests.Hostile;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Secrecy;

/// <summary>No credential in any output, whatever the mechanism and however the exchange goes.</summary>
public class SecrecyTests
{
    public static TheoryData<string> Mechanisms => [.. SaslMechanisms.Names];

    [Theory, MemberData(nameof(Mechanisms))]
    public async Task No_output_holds_a_credential_however_an_exchange_goes(string mechanism)
    {
        var secret = Forms.Of(Exchange.Secret);
        var number = 0;
        foreach (var exchange in Exchange.Of(mechanism))
        {
            using var home = new TestHome();
            await using var server = ScriptedServer.Play(exchange.Steps);

            var run = await LineModeRun.RunAsync(home, $"127.0.0.1:{server.Port}", Octets.Of(exchange.Input), time: null, exchange.Options).WaitAsync(ChildProcess.Patience);

            // The user name alone is an address like any other.
            var forms = secret.Concat(exchange.Sent.Where(answer => answer.Length > 12 && answer != Convert.ToBase64String(Octets.Of(Exchange.User)))).ToList();
            number++;
            foreach (var (name, of) in Outputs.All)
            {
                // Drawing takes a while: some of the exchanges are enough.
                if (name == "the screen" && number % 5 > 0)
                {
                    continue;
                }

                foreach (var octets in of(run))
                {
                    Forms.AbsentFrom($"{exchange.Name}: {name}", octets, forms);
                }
            }
        }

        Assert.True(number > 40);
    }

    [Fact]
    public void The_search_would_find_it()
    {
        foreach (var form in Forms.Of(Exchange.Secret))
        {
            Assert.ThrowsAny<Exception>(() => Forms.AbsentFrom("a text", Octets.Of($"before {form} behind"), Forms.Of(Exchange.Secret)));
        }

        Assert.ThrowsAny<Exception>(() => Forms.AbsentFrom(
            "a payload", Octets.Of(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{Exchange.User}\0{Exchange.Secret}\n"))), Forms.Of(Exchange.Secret)));
    }
}
