using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reprieve.MailFaults;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Mailing;

/// <summary>What the pages can do with mails and mailboxes, programs can.</summary>
public sealed class MailApiTests : IAsyncLifetime
{
    private MailingServer _office = null!;
    private Asking _program = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Mail => $"/api/v1{_office.Case}/mail";

    public async ValueTask InitializeAsync()
    {
        _office = await MailingServer.StartAsync();
        _program = await Asking.OfMachineAsync(_office.Server);
    }

    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return _office.DisposeAsync();
    }

    [Fact]
    public async Task A_program_sees_the_mail_sends_it_and_settles_what_is_uncertain()
    {
        JsonElement before = await JsonAsync("GET", Mail);
        before.GetProperty("to").GetString().ShouldBe("seller-performance@amazon.com");
        before.GetProperty("leaving").ValueKind.ShouldBe(JsonValueKind.Null);
        string mailbox = before.GetProperty("mailboxes")[0].GetProperty("id").GetString()!;
        _office.Once(SinkStep.Dot, SinkFault.Cut, keeps: true);

        using HttpResponseMessage unsure = await _program.SendAsync(
            "POST",
            Mail,
            new
            {
                mailbox,
                sure = false,
                by = "Dana",
            }
        );
        unsure.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage sent = await _program.SendAsync(
            "POST",
            Mail,
            new
            {
                mailbox,
                sure = true,
                by = "Dana",
            }
        );
        sent.StatusCode.ShouldBe(HttpStatusCode.NoContent, await sent.Content.ReadAsStringAsync(Cancel));
        await _office.UntilAsync("mail_uncertain");

        JsonElement leaving = (await JsonAsync("GET", Mail)).GetProperty("leaving");
        leaving.GetProperty("from").GetString().ShouldBe("owner@larkmoor-supply.example");
        leaving.GetProperty("state").GetString().ShouldBe("uncertain");
        using HttpResponseMessage settled = await _program.SendAsync(
            "POST",
            Mail + "/word",
            new
            {
                word = "arrived",
                because = "It stands in Sent.",
                by = "Dana",
            }
        );
        settled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_is_kept_tried_and_forgotten_and_its_secret_never_comes_out()
    {
        string smtp = $"127.0.0.1:{_office.Sink.Port}";
        using HttpResponseMessage kept = await _program.SendAsync(
            "PUT",
            "/api/v1/mailboxes",
            new
            {
                address = "second@larkmoor-supply.example",
                password = "another secret",
                smtp,
            }
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        string id = (await kept.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;

        JsonElement tested = await JsonAsync("POST", $"/api/v1/mailboxes/{id}/test");
        tested.GetProperty("smtp").GetProperty("good").GetBoolean().ShouldBeTrue();
        using HttpResponseMessage all = await _program.SendAsync("GET", "/api/v1/mailboxes");
        string listed = await all.Content.ReadAsStringAsync(Cancel);
        listed.ShouldContain("second@larkmoor-supply.example");
        listed.ShouldNotContain("secret");
        (await _office.Server.PageAsync("/mailboxes")).ShouldNotContain("another secret");

        (await _program.SendAsync("DELETE", $"/api/v1/mailboxes/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _program.SendAsync("POST", $"/api/v1/mailboxes/{id}/test")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nobody", "secret", "127.0.0.1:25")]
    [InlineData("a@b.example", "", "127.0.0.1:25")]
    [InlineData("a@b.example", "secret", "nowhere")]
    [InlineData("a@unknown-provider.example", "secret", null)]
    [InlineData("a@b.example\r\nBcc: c@d.example", "secret", "127.0.0.1:25")]
    public async Task A_mailbox_that_is_none_is_refused_in_words(string address, string password, string? smtp)
    {
        using HttpResponseMessage answer = await _program.SendAsync(
            "PUT",
            "/api/v1/mailboxes",
            new
            {
                address,
                password,
                smtp,
            }
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .GetProperty("detail")
            .GetString()
            .ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_mailbox_of_another_client_is_not_sent_from()
    {
        (await _office.Server.PostAsync("/clients", ("name", "Other House"))).Dispose();
        JsonElement clients = await JsonAsync("GET", "/api/v1/clients");
        string client = clients.GetProperty("items")[0].GetProperty("id").GetString()!;
        using HttpResponseMessage kept = await _program.SendAsync(
            "PUT",
            $"/api/v1/clients/{client}/mailboxes",
            new
            {
                address = "other@house.example",
                password = "secret",
                smtp = $"127.0.0.1:{_office.Sink.Port}",
            }
        );
        string mailbox = (await kept.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;

        using HttpResponseMessage sent = await _program.SendAsync(
            "POST",
            Mail,
            new
            {
                mailbox,
                sure = true,
                by = "Dana",
            }
        );

        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _office.Sink.Kept.Count.ShouldBe(0);
    }

    private async Task<JsonElement> JsonAsync(string method, string path)
    {
        using HttpResponseMessage answer = await _program.SendAsync(method, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}
