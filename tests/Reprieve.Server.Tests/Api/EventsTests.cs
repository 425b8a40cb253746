using System.Net.ServerSentEvents;
using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Server.Tests.People;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Api;

public sealed class EventsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_listens_is_told_of_each_change_and_of_a_deletion()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        await using Line line = await Line.OpenAsync(program);

        StoredCase opened = await server.Store.AddAsync("Late", "Dana", Cancel);
        StoredCase named = await server.Store.RenameAsync(opened.Id, "Later", "Dana", Cancel);
        await server.Store.DeleteAsync(opened.Id, "Dana", Cancel);

        (await line.NextAsync()).ShouldBe(("changed", opened.Id.ToString(), opened.Revision));
        (await line.NextAsync()).ShouldBe(("changed", opened.Id.ToString(), named.Revision));
        (await line.NextAsync()).ShouldBe(("deleted", opened.Id.ToString(), null));
    }

    [Fact]
    public async Task What_one_does_not_see_one_is_not_told()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor otto = await Visitor.InvitedAsync(office.Server, "Otto", "owner", office.OtherClient);
        using Visitor mara = await Visitor.InvitedAsync(office.Server, "Mara", "viewer", office.Client);
        using Asking other = await Asking.OfAsync(office.Server, otto);
        using Asking one = await Asking.OfAsync(office.Server, mara);
        await using Line silent = await Line.OpenAsync(other);
        await using Line told = await Line.OpenAsync(one);

        await office.Server.Store.RenameAsync(new CaseId(Guid.Parse(office.Case)), "Later", "Dana", Cancel);
        StoredCase own = await office.Server.Store.AddAsync("Own", "Dana", Cancel);
        string home = "/cases/" + own.Id;
        (await office.Server.PostAsync(home + "/client", ("client", "Other House"), ("store", "Lakeside"))).Dispose();

        (await told.NextAsync()).Case.ShouldBe(office.Case);
        (await silent.NextAsync()).Case.ShouldBe(own.Id.ToString());
    }

    [Fact]
    public async Task The_line_ends_with_its_token()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        await using Line line = await Line.OpenAsync(program);

        await server.Workbench.Tokens.EndAsync(null, cancel: Cancel);
        await server.Store.AddAsync("Late", "Dana", Cancel);

        (await line.NextAsync()).What.ShouldBe("");
    }

    /// <summary>What comes over a line that stays open.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly HttpResponseMessage _answer;
        private readonly IAsyncEnumerator<SseItem<string>> _events;

        private Line(HttpResponseMessage answer, Stream content)
        {
            _answer = answer;
            _events = SseParser.Create(content).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
        }

        public static async Task<Line> OpenAsync(Asking program)
        {
            HttpResponseMessage answer = await program.SendAsync("GET", "/api/v1/events");
            answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/event-stream");
            var line = new Line(answer, await answer.Content.ReadAsStreamAsync(Cancel));
            (await line.NextAsync()).What.ShouldBe("ready");
            return line;
        }

        /// <summary>The next event; an empty one when the line ended.</summary>
        public async Task<(string What, string? Case, int? Revision)> NextAsync()
        {
            if (!await _events.MoveNextAsync())
            {
                return ("", null, null);
            }

            JsonElement said = JsonDocument.Parse(_events.Current.Data).RootElement;
            JsonElement revision = said.GetProperty("revision");
            return (
                _events.Current.EventType,
                said.GetProperty("case").GetString(),
                revision.ValueKind == JsonValueKind.Null ? null : revision.GetInt32()
            );
        }

        public async ValueTask DisposeAsync()
        {
            await _events.DisposeAsync();
            _answer.Dispose();
        }
    }
}
