using System.Net;
using System.Text.Json;
using Reprieve.Arrivals;
using Reprieve.Cases;
using Reprieve.MailWatch;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Watching;

/// <summary>What becomes of mails that arrive in a watched mailbox, at a real mail server.</summary>
public sealed class ArrivalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_answers_among_a_thousand_mails_move_their_cases_and_false_ones_move_none()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow());
        foreach (Awaited one in scenario.Cases)
        {
            await OpenSentAsync(server, one);
        }

        IReadOnlyDictionary<string, CaseStage> before = await Histories.StagesAsync(server.Workbench);
        for (int i = 0; i < 1_000; i++)
        {
            watching.Deliver(SomeMails.Other($"other {i}", i % 60));
            if (i % 30 == 0 && i / 30 < scenario.Arriving.Count)
            {
                watching.Deliver(scenario.Arriving[i / 30].Mail);
            }
        }

        (await watching.WatchAsync()).Dispose();
        (await watching.LookedAsync()).ShouldBeTrue();

        IReadOnlyDictionary<string, CaseStage> after = await Histories.StagesAsync(server.Workbench);
        foreach (Awaited one in scenario.Cases)
        {
            after[one.Name].ShouldNotBe(before[one.Name], one.Name);
            Guid id = (await ListedAsync(server)).Single(line => line.Title == one.Name).Id.Value;
            IReadOnlyList<TimelineEntry> entries = await server.Store.TimelineAsync(new CaseId(id), cancel: Cancel);
            entries.Count(entry => entry.What == "answer_read").ShouldBe(1, one.Name);
        }

        after.Count.ShouldBe(scenario.Cases.Count + scenario.Beginning.Count);
        ILookup<ArrivalState, Arrival> arrivals = (await watching.AllAsync()).ToLookup(one => one.State);
        arrivals[ArrivalState.InCase].Count().ShouldBe(scenario.Cases.Count);
        arrivals[ArrivalState.Opened].Count().ShouldBe(scenario.Beginning.Count);
        arrivals[ArrivalState.Flagged].Count().ShouldBe(scenario.Moving.Count);
        arrivals[ArrivalState.ToSort].Single().Message!.Date.ShouldNotBeNull();
        arrivals[ArrivalState.New].ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_of_one_client_never_reaches_a_case_of_another()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 1);
        string path = await OpenSentAsync(server, scenario.Cases[0]);
        (await server.PostAsync(path + "/client", ("client", "Harbor Trade"), ("store", "Northfold"))).Dispose();
        (await server.PostAsync("/clients", ("name", "Other House"))).Dispose();
        Client other = (await server.Workbench.Clients.ClientsAsync(Cancel)).Single(one => one.Name == "Other House");
        (await watching.WatchAsync($"/clients/{other.Id}/mailboxes")).Dispose();

        Arrival arrival = await watching.SortedAsync(scenario.Cases[0].Answer);

        arrival.State.ShouldBe(ArrivalState.ToSort);
        arrival.Client.ShouldBe(other.Id);
        string page = await watching.PageAsync($"/arrivals/{arrival.Id}");
        page.ShouldNotContain(scenario.Cases[0].Name);
        using HttpResponseMessage tried = await server.PostAsync(
            $"/arrivals/{arrival.Id}",
            ("into", path["/cases/".Length..])
        );
        tried.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.Store.FindAsync(Id(path), Cancel))!.Files.ShouldNotContain(file => file.Path.StartsWith("mail/"));

        // Without a store of its own the client's mail opens no case, and the page says what is missing.
        using HttpResponseMessage opened = await server.PostAsync($"/arrivals/{arrival.Id}", ("into", "open"));
        WebUtility.HtmlDecode(await opened.Content.ReadAsStringAsync(Cancel)).ShouldContain("Choose the store");
    }

    [Fact]
    public async Task What_nobody_can_prove_waits_until_a_person_puts_it_into_its_case()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 1);
        string path = await OpenSentAsync(server, scenario.Cases[0]);
        (await watching.WatchAsync()).Dispose();

        Arrival arrival = await watching.SortedAsync(scenario.Unproven.Mail);

        arrival.State.ShouldBe(ArrivalState.ToSort);
        (await watching.PageAsync("/")).ShouldContain("One mail waits to be sorted");
        string page = await watching.PageAsync($"/arrivals/{arrival.Id}");
        page.ShouldContain("Where does it belong?");
        page.ShouldContain(scenario.Cases[0].Name);
        page.ShouldContain("Cannot be verified");
        (await server.PostAsync($"/arrivals/{arrival.Id}", ("into", Id(path).ToString()))).Dispose();
        StoredCase moved = (await server.Store.FindAsync(Id(path), Cancel))!;
        moved.Record.Rounds.ShouldBeEmpty();
        moved.Record.Stage.ShouldBe(CaseStage.MoreInformation);
        moved.Files.ShouldContain(file => file.Path.StartsWith("mail/"));
        (await watching.Arrivals.FindAsync(arrival.Id, Cancel)).ShouldNotBeNull().SortedBy.ShouldBe("seller");
        using HttpResponseMessage again = await server.PostAsync($"/arrivals/{arrival.Id}", ("into", "aside"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_answer_whose_key_cannot_be_asked_for_waits_until_it_can_be()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 2);
        string path = await OpenSentAsync(server, scenario.Cases[0]);
        (await watching.WatchAsync()).Dispose();
        watching.Mails.IsSilent = true;
        watching.Deliver(scenario.Cases[0].Answer);
        Arrival waits = await WatchingServer.UntilAsync(async () =>
            (await watching.AllAsync()).FirstOrDefault(one => one.State == ArrivalState.New)
        );

        watching.Mails.IsSilent = false;
        await watching.SortedAsync(scenario.Cases[1].Answer);

        // Of two that came at the same moment either may be sorted first.
        Arrival sorted = await WatchingServer.UntilAsync(async () =>
            await watching.Arrivals.FindAsync(waits.Id, Cancel) is { State: not ArrivalState.New } one ? one : null
        );
        sorted.State.ShouldBe(ArrivalState.InCase);
        sorted.Case.ShouldBe(Id(path));

        // For an hour, not longer: then a person is asked.
        watching.Mails.IsSilent = true;
        watching.Deliver(scenario.Beginning[0].Mail);
        Arrival late = await WatchingServer.UntilAsync(async () =>
            (await watching.AllAsync()).FirstOrDefault(one => one.State == ArrivalState.New)
        );
        server.Clock.Advance(TimeSpan.FromHours(1));
        watching.Deliver(scenario.Moving[2].Mail);
        await WatchingServer.UntilAsync(async () =>
            (await watching.Arrivals.FindAsync(late.Id, Cancel)) is { State: ArrivalState.ToSort } asked ? asked : null
        );
    }

    [Fact]
    public async Task A_false_mail_is_shown_with_a_warning_and_can_only_be_set_aside()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 1);
        string path = await OpenSentAsync(server, scenario.Cases[0]);
        (await watching.WatchAsync()).Dispose();

        Arrival arrival = await watching.SortedAsync(scenario.Moving[0].Mail);

        arrival.State.ShouldBe(ArrivalState.Flagged);
        (await watching.PageAsync($"/arrivals/{arrival.Id}")).ShouldContain("This is not Amazon’s");
        foreach (string into in new[] { Id(path).ToString(), "open" })
        {
            using HttpResponseMessage tried = await server.PostAsync($"/arrivals/{arrival.Id}", ("into", into));
            tried.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await ListedAsync(server)).Count.ShouldBe(1);
        (await server.PostAsync($"/arrivals/{arrival.Id}", ("into", "aside"))).Dispose();
        Arrival kept = (await watching.Arrivals.FindAsync(arrival.Id, Cancel)).ShouldNotBeNull();
        kept.Message.ShouldBeNull();
        (await watching.Arrivals.MailAsync(arrival.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_sorts_as_a_person_does()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 1);
        string path = await OpenSentAsync(server, scenario.Cases[0]);
        (await watching.WatchAsync()).Dispose();
        await watching.SortedAsync(scenario.Unproven.Mail);
        using Asking program = await Asking.OfMachineAsync(server);

        JsonElement mail = (await program.JsonAsync("GET", "/api/v1/arrivals?state=to_sort"))[0];
        string id = mail.GetProperty("id").GetString()!;
        JsonElement detail = await program.JsonAsync("GET", $"/api/v1/arrivals/{id}");
        JsonElement possible = detail.GetProperty("possible")[0];
        possible.GetProperty("case").GetString().ShouldBe(Id(path).ToString());
        possible.GetProperty("why").GetArrayLength().ShouldBeGreaterThan(0);
        JsonElement sorted = await program.JsonAsync(
            "POST",
            $"/api/v1/arrivals/{id}",
            new { choice = "case", @case = possible.GetProperty("case").GetString() }
        );
        sorted.GetProperty("case").GetString().ShouldBe(Id(path).ToString());
        (await server.Store.FindAsync(Id(path), Cancel))!.Record.Stage.ShouldBe(CaseStage.MoreInformation);
    }

    private static async Task<string> OpenSentAsync(RunningServer server, Awaited one)
    {
        StoredCase opened = await server.Store.AddAsync(one.Name, "us", Cancel);
        await PutAsync(server, opened.Id, "notice.eml", one.Notice);
        await PutAsync(server, opened.Id, "rounds/1/plan.txt", "The carrier came late. We changed it."u8.ToArray());
        await server.PageAsync($"/cases/{opened.Id}?first=1");
        return $"/cases/{opened.Id}";
    }

    private static async Task PutAsync(RunningServer server, CaseId id, string path, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        await server.Store.PutFileAsync(id, path, content, "us", Cancel);
    }

    private static async Task<IReadOnlyList<CaseLine>> ListedAsync(RunningServer server) =>
        (await server.Store.ListAsync(new CaseQuery { Take = 200 }, Cancel)).Lines;

    private static CaseId Id(string path) => new(Guid.Parse(path["/cases/".Length..]));
}
