using System.Text.Json;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Api;

public sealed class IdempotencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_is_sent_again_is_done_once_and_answered_the_same()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);

        (string first, Uri? there) = await OpenAsync(program, "a", "Late");
        (string again, Uri? same) = await OpenAsync(program, "a", "Late");
        (string other, _) = await OpenAsync(program, "b", "Late");

        again.ShouldBe(first);
        same.ShouldBe(there.ShouldNotBeNull());
        other.ShouldNotBe(first);
        (await TotalAsync(program)).ShouldBe(2);
    }

    [Fact]
    public async Task The_key_of_another_request_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        await OpenAsync(program, "a", "Late");

        using HttpResponseMessage answer = await program.SendAsync(
            "POST",
            "/api/v1/cases",
            new { title = "Other" },
            "a"
        );

        ((int)answer.StatusCode).ShouldBe(422);
        (await TotalAsync(program)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_programs_may_have_the_same_key()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking one = await Asking.OfMachineAsync(server);
        using Asking other = await Asking.OfMachineAsync(server);

        await OpenAsync(one, "a", "Late");
        await OpenAsync(other, "a", "Late");

        (await TotalAsync(one)).ShouldBe(2);
    }

    [Fact]
    public async Task Sent_at_the_same_time_it_is_done_once()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => program.SendAsync("POST", "/api/v1/cases", new { title = "Late" }, "a"))
        );

        answers.Select(answer => (int)answer.StatusCode).ShouldAllBe(status => status == 201 || status == 409);
        (await TotalAsync(program)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_begun_and_never_ended_is_not_begun_anew()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        await OpenAsync(program, "a", "Late");
        ApiToken token = (
            await server.Workbench.Tokens.OfAsync(null, TokenUse.Programs, Cancel)
        ).ShouldHaveSingleItem();
        await server.Workbench.Replies.EndAsync(token.Id, "a", new Reply("", null, null, null, []));

        using HttpResponseMessage answer = await program.SendAsync(
            "POST",
            "/api/v1/cases",
            new { title = "Late" },
            "a"
        );

        ((int)answer.StatusCode).ShouldBe(409);
        (await TotalAsync(program)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_too()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);

        using HttpResponseMessage first = await program.SendAsync("POST", "/api/v1/cases", new { title = "" }, "a");
        using HttpResponseMessage again = await program.SendAsync("POST", "/api/v1/cases", new { title = "" }, "a");

        ((int)first.StatusCode).ShouldBe(422);
        ((int)again.StatusCode).ShouldBe(422);
        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
    }

    [Fact]
    public async Task A_kept_answer_is_read_with_its_token_alone()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        object invitation = new
        {
            name = "Mara",
            email = "mara@example.com",
            role = "editor",
        };

        string link = await InvitedAsync();
        string again = await InvitedAsync();

        again.ShouldBe(link);
        ApiToken token = (
            await server.Workbench.Tokens.OfAsync(null, TokenUse.Programs, Cancel)
        ).ShouldHaveSingleItem();
        Reply kept = (await server.Workbench.Replies.BeginAsync(token.Id, "a", "", Cancel)).ShouldNotBeNull();
        kept.Body.Length.ShouldBeGreaterThan(100);
        System.Text.Encoding.Latin1.GetString(kept.Body).ShouldNotContain("welcome");

        async Task<string> InvitedAsync()
        {
            using HttpResponseMessage answer = await program.SendAsync("POST", "/api/v1/people", invitation, "a");
            string text = await answer.Content.ReadAsStringAsync(Cancel);
            ((int)answer.StatusCode).ShouldBe(201, text);
            return JsonDocument.Parse(text).RootElement.GetProperty("url").GetString()!;
        }
    }

    [Fact]
    public async Task After_three_days_a_key_is_forgotten()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        (string first, _) = await OpenAsync(program, "a", "Late");

        server.Clock.Advance(ReplyBook.Kept + TimeSpan.FromMinutes(1));
        (string second, _) = await OpenAsync(program, "a", "Late");

        second.ShouldNotBe(first);
    }

    private static async Task<(string Id, Uri? Location)> OpenAsync(Asking program, string key, string title)
    {
        using HttpResponseMessage answer = await program.SendAsync("POST", "/api/v1/cases", new { title }, key);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        ((int)answer.StatusCode).ShouldBe(201, text);
        return (JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!, answer.Headers.Location);
    }

    private static async Task<int> TotalAsync(Asking program) =>
        (await program.JsonAsync("GET", "/api/v1/cases")).GetProperty("total").GetInt32();
}
