using System.Net;
using Reprieve.Server.Pages;
using Reprieve.Server.Tests.Api;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Actions;

public sealed class OwnPlaybookTests
{
    private const string Add = "/knowledge/add";
    private const string Of = "late_shipment/plan";
    private const string Mine = "/knowledge/playbooks/own_late";
    private const string Built = "This was our own omission";
    private const string Ours = "We ourselves left this undone";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_begun_from_what_answers_the_reason_now()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (await server.PageAsync("/knowledge")).ShouldContain($"href=\"{Add}\"");
        string page = WebUtility.HtmlDecode(await server.PageAsync(Add));
        page.ShouldContain("value=\"late_shipment/plan\"");
        page.ShouldNotContain("<textarea");

        string copy = await CopyAsync(server);

        copy.ShouldContain(Built);
        copy.ShouldContain("id: late_shipment.cause");
        copy.ShouldContain("modes: [plan]");
    }

    [Fact]
    public async Task It_is_listed_as_mine_and_writes_the_answer_of_a_case_until_it_is_removed()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        (await AnswerAsync(server, path)).ShouldContain(Built);
        string fields = (await CopyAsync(server)).Replace(Built, Ours, StringComparison.Ordinal);

        using HttpResponseMessage added = await AddAsync(server, fields);

        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        added.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(Mine);
        WebUtility.HtmlDecode(await added.Content.ReadAsStringAsync(Cancel)).ShouldContain("Our late parcels");
        string list = await server.PageAsync("/knowledge?of=mine");
        list.ShouldContain($"href=\"{Mine}\"");
        list.ShouldContain("Our late parcels");
        string answer = await AnswerAsync(server, path);
        answer.ShouldContain(Ours);
        answer.ShouldNotContain(Built);
        answer.ShouldContain($"href=\"{Mine}\">Our late parcels<");

        using HttpResponseMessage removed = await server.PostAsync(
            Mine + "/own/remove",
            ("was", await WasAsync(server))
        );

        removed.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer = await AnswerAsync(server, path);
        answer.ShouldContain(Built);
        answer.ShouldNotContain(Mine);
        (await server.PageAsync("/knowledge?of=mine")).ShouldNotContain(Mine);
    }

    [Fact]
    public async Task It_is_changed_on_its_page_and_holds_after_a_restart()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        using HttpResponseMessage added = await AddAsync(server, await CopyAsync(server));
        string kept = FieldsIn(await server.PageAsync(Mine));
        kept.ShouldEndWith("name: Our late parcels\n");

        using HttpResponseMessage changed = await server.PostAsync(
            Mine + "/own",
            ("fields", kept.Replace(Built, Ours, StringComparison.Ordinal)),
            ("why", "Twelve answers"),
            ("was", await WasAsync(server))
        );

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(server, path)).ShouldContain(Ours);
        await server.RestartAsync();
        server.Enter();
        (await AnswerAsync(server, path)).ShouldContain(Ours);
    }

    [Theory]
    [InlineData("of", "no_such/plan", "nothing answers this one")]
    [InlineData("of", "late_shipment/wait", "nothing answers this one")]
    [InlineData("code", "late_shipment_plan", "There is a playbook late_shipment_plan already")]
    [InlineData("code", "Own Late!", "Write a code of 3 to 60")]
    [InlineData("name", "", "Write a name")]
    [InlineData("why", "", "Say where you know it from")]
    [InlineData("fields", "reasons: [late_shipment]\nmodes: [plam]", "line 2")]
    [InlineData("fields", "just words", "write one field a line")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
        string field,
        string typed,
        string says
    )
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string fields = field == "fields" ? typed : await CopyAsync(server);

        using HttpResponseMessage refused = await AddAsync(server, fields, (field, typed));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string page = await refused.Content.ReadAsStringAsync(Cancel);
        string fault = RunningServer.Between(page, $"id=\"{field}-error\"", "</p>");
        WebUtility.HtmlDecode(fault).ShouldContain(says);
        FieldsIn(page).TrimEnd().ShouldBe(fields.TrimEnd());
        page.ShouldContain(field == "why" ? "value=\"Our late parcels\"" : "value=\"Twelve answers\"");
        (await server.PageAsync("/knowledge?of=mine")).ShouldNotContain("/knowledge/playbooks/");
    }

    [Fact]
    public async Task A_second_of_the_same_code_or_for_the_same_reason_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string copy = await CopyAsync(server);
        using HttpResponseMessage first = await AddAsync(server, copy);

        using HttpResponseMessage sameCode = await AddAsync(server, copy);
        using HttpResponseMessage sameReason = await AddAsync(server, copy, ("code", "own_other"));

        (await sameCode.Content.ReadAsStringAsync(Cancel)).ShouldContain("There is a playbook own_late already");
        WebUtility
            .HtmlDecode(await sameReason.Content.ReadAsStringAsync(Cancel))
            .ShouldContain("'own_late' of your own answers one of these reasons");
        (await server.PageAsync("/knowledge?of=mine")).ShouldNotContain("own_other");
    }

    [Fact]
    public async Task What_somebody_else_removed_meanwhile_can_be_added_again_with_what_was_typed()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage added = await AddAsync(server, await CopyAsync(server));
        string was = await WasAsync(server);
        string typed = FieldsIn(await server.PageAsync(Mine)).Replace(Built, Ours, StringComparison.Ordinal);
        (await server.PostAsync(Mine + "/own/remove", ("was", was))).Dispose();

        using HttpResponseMessage late = await server.PostAsync(
            Mine + "/own",
            ("fields", typed),
            ("why", "A call"),
            ("was", was)
        );
        using HttpResponseMessage again = await AddAsync(server, typed, ("of", ""));

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string page = await late.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("removed this playbook meanwhile");
        FieldsIn(page).ShouldBe(typed);
        page.ShouldContain("value=\"own_late\"");
        again.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(Mine);
    }

    [Fact]
    public async Task One_that_broke_since_is_listed_named_and_can_be_mended()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage added = await AddAsync(server, await CopyAsync(server));
        string file = Path.Combine(server.DataFolder, "knowledge", "playbooks", "own_late.yaml");
        string sound = await File.ReadAllTextAsync(file, Cancel);
        await File.WriteAllTextAsync(
            file,
            sound.Replace("reasons: [late_shipment]", "reasons: [gone_reason]", StringComparison.Ordinal),
            Cancel
        );
        await server.RestartAsync();
        server.Enter();

        (await server.PageAsync("/knowledge?of=mine")).ShouldContain($"href=\"{Mine}\"");
        string page = WebUtility.HtmlDecode(await server.PageAsync(Mine));
        page.ShouldContain("does not hold");
        page.ShouldContain("gone_reason");
        using HttpResponseMessage mended = await server.PostAsync(
            Mine + "/own",
            ("fields", FieldsIn(page).Replace("gone_reason", "late_shipment", StringComparison.Ordinal)),
            ("why", "Twelve answers"),
            ("was", await WasAsync(server))
        );

        mended.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.PageAsync(Mine)).ShouldNotContain("does not hold");
    }

    [Fact]
    public async Task Whoever_only_looks_or_works_neither_sees_the_form_nor_adds_any()
    {
        await using Office office = await Office.OpenAsync();
        string fields = await CopyAsync(office.Server);
        using Visitor vera = await Visitor.InvitedAsync(office.Server, "Vera", "viewer");
        using Visitor edda = await Visitor.InvitedAsync(office.Server, "Edda", "editor");
        foreach (Visitor one in new[] { vera, edda })
        {
            using HttpResponseMessage form = await one.GetAsync(Add);
            using HttpResponseMessage added = await one.PostAsync(Add, Form(fields));

            (await one.PageAsync("/knowledge")).ShouldNotContain(Add);
            form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            added.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await office.Server.PageAsync("/knowledge?of=mine")).ShouldNotContain("/knowledge/playbooks/");
    }

    [Fact]
    public async Task A_program_adds_changes_and_removes_one()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        const string Ask = "/api/v1/knowledge/playbooks";
        object Said(string code, string reason) =>
            new
            {
                code,
                name = "Our late parcels",
                reason,
                mode = "plan",
                why = "Twelve answers",
                by = "Dana",
            };

        string own = (await program.JsonAsync("POST", Ask, Said("own_late", "late_shipment")))
            .GetProperty("own")
            .GetString()!;
        await program.JsonAsync(
            "PUT",
            Ask + "/own_late/own",
            new
            {
                fields = own.Replace(Built, Ours, StringComparison.Ordinal),
                why = "Twelve answers",
                was = own,
                by = "Dana",
            }
        );

        own.ShouldContain(Built);
        string page = WebUtility.HtmlDecode(await server.PageAsync(Mine));
        page.ShouldContain(Ours);
        page.ShouldContain("Dana");
        (await program.RefusalAsync("POST", Ask, Said("own_late", "late_shipment"))).ShouldContain("own_late already");
        (await program.RefusalAsync("POST", Ask, Said("own_none", "no_such"))).ShouldContain("nothing answers");
        await program.JsonAsync("DELETE", Ask + "/own_late/own");
        using HttpResponseMessage gone = await program.SendAsync("GET", Ask + "/own_late");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> CopyAsync(RunningServer server) =>
        FieldsIn(await server.PageAsync($"{Add}?of={Of}"));

    private static async Task<string> AnswerAsync(RunningServer server, string path) =>
        WebUtility.HtmlDecode(await server.PageAsync(path + "/answer"));

    private static async Task<string> WasAsync(RunningServer server) =>
        TextHash.Of(FieldsIn(await server.PageAsync(Mine)));

    /// <summary>What stands in the field of fields; the first line break belongs to the page.</summary>
    private static string FieldsIn(string page)
    {
        string area = RunningServer.Between(page, "name=\"fields\"", "</textarea>");
        return WebUtility.HtmlDecode(area[(area.IndexOf('>', StringComparison.Ordinal) + 1)..])[1..];
    }

    private static (string, string)[] Form(string fields) =>
        [
            ("of", Of),
            ("code", "own_late"),
            ("name", "Our late parcels"),
            ("fields", fields),
            ("why", "Twelve answers"),
            ("by", "Anna"),
        ];

    private static Task<HttpResponseMessage> AddAsync(
        RunningServer server,
        string fields,
        (string Field, string Typed)? other = null
    ) =>
        server.PostAsync(
            Add,
            [.. Form(fields).Select(one => other is var (field, typed) && field == one.Item1 ? (field, typed) : one)]
        );
}
