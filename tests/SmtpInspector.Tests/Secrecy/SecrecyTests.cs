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

    public static TheoryData<string> Echoed => [.. Forms.Echoed(Exchange.User, Exchange.Secret)];

    [Theory, MemberData(nameof(Mechanisms))]
    public async Task No_output_holds_a_part_of_a_credential_that_a_server_repeats_all_the_time(string mechanism)
    {
        var forms = Forms.Echoed(Exchange.User, Exchange.Secret);
        var number = 0;
        foreach (var form in forms)
        {
            await LookAtAsync(Echoes.ByTheProgram(mechanism, form), screen: number++ % 3 == 0);
            if (SaslMechanisms.RevealsSecret(mechanism))
            {
                await LookAtAsync(Echoes.Typed(mechanism, form), screen: number % 3 == 1);
            }
        }
    }

    [Theory, MemberData(nameof(Echoed))]
    public async Task No_output_holds_a_part_of_a_credential_that_a_server_repeats_at_its_end(string form)
    {
        foreach (var exchange in Echoes.Ends(form))
        {
            await LookAtAsync(exchange, screen: true);
        }
    }

    static async Task LookAtAsync(Exchange exchange, bool screen)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(exchange.Steps);
        var shown = new OutputBuffer();

        var run = await LineModePlay.WithinLimitAsync(
            LineModeRun.RunAsync(home, $"127.0.0.1:{server.Port}", new MemoryStream(Octets.Of(exchange.Input)), shown, time: null, exchange.Options), shown);

        var forms = Forms.Of(Exchange.Secret).Concat(Forms.PartsOf(Exchange.Secret)).Concat(exchange.Sent.Where(answer => answer.Length > 12)).ToList();
        foreach (var (name, of) in Outputs.All)
        {
            foreach (var octets in name == "the screen" && !screen ? [] : of(run))
            {
                Forms.AbsentFrom($"{exchange.Name}: {name}", octets, forms);
            }
        }
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
