using System.Net;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>A notice that is not Amazon's is answered by no page and no operation, whatever is set aside.</summary>
public sealed class ForgedNoticeTests : IAsyncLifetime
{
    private static readonly string[] Rules = ["SND-01", "SND-02", "SND-03", "SND-04", "SND-05", "PRC-01", "PRC-02"];

    private RunningServer _server = null!;
    private string _case = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CaseId Id => new(Guid.Parse(_case["/cases/".Length..]));

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _case = await _server.OpenSampleAsync("phishing");
        (
            await _server.PostAsync(
                "/mailboxes",
                ("address", "owner@larkmoor-supply.example"),
                ("password", "secret"),
                ("smtp", "127.0.0.1:1")
            )
        ).Dispose();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task No_page_records_or_sends_an_answer_to_it()
    {
        string mailbox = (await _server.Workbench.Mailboxes.OfAsync(null, Cancel)).Single().Id.ToString();
        string[] paths = Paths("/cases/{id:guid}");
        paths.ShouldContain(path => path.EndsWith("/sent", StringComparison.Ordinal));
        paths.ShouldContain(path => path.EndsWith("/mail", StringComparison.Ordinal));

        foreach (string path in paths)
        {
            (
                await _server.PostAsync(
                    path,
                    [
                        ("by", "Dana"),
                        ("sure", "yes"),
                        ("mailbox", mailbox),
                        ("word", "arrived"),
                        ("because", "I want to."),
                        .. Rules.Select(rule => ($"because-{rule}", "I want to.")),
                    ]
                )
            ).Dispose();
        }

        await NothingWentAsync();
    }

    [Fact]
    public async Task No_operation_records_or_sends_an_answer_to_it()
    {
        using Asking program = await Asking.OfMachineAsync(_server);
        string mailbox = (await _server.Workbench.Mailboxes.OfAsync(null, Cancel)).Single().Id.ToString();
        string[] paths = Paths("/api/v1/cases/{id:guid}");
        paths.ShouldContain(path => path.EndsWith("/sent", StringComparison.Ordinal));
        paths.ShouldContain(path => path.EndsWith("/mail", StringComparison.Ordinal));

        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await program.SendAsync(
                "POST",
                path,
                new
                {
                    by = "Dana",
                    sure = true,
                    mailbox,
                    word = "arrived",
                    because = "I want to.",
                    overrides = Rules.Select(rule => new { rule, because = "I want to." }),
                }
            );
            answer.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, path);
        }

        await NothingWentAsync();
    }

    /// <summary>Every path of the route table by which something of this case can be posted that has to do with sending.</summary>
    private string[] Paths(string root) =>
        [
            .. _server
                .Routes.OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
                .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
                .Where(route => route.StartsWith(root, StringComparison.Ordinal))
                .Where(route => new[] { "/sent", "/mail", "/next", "/aftercare" }.Any(route.Contains))
                .Select(route =>
                    route
                        .Replace("{id:guid}", Id.ToString(), StringComparison.Ordinal)
                        .Replace("{store}", "amazon.com", StringComparison.Ordinal)
                )
                .Distinct(),
        ];

    private async Task NothingWentAsync()
    {
        StoredCase stored = (await _server.Store.FindAsync(Id, Cancel))!;
        stored.Record.Rounds.ShouldBeEmpty();
        stored.Record.Leaving.ShouldBeNull();
        stored.Record.Stage.ShouldBe(CaseStage.NotAmazon);
        stored.Files.ShouldNotContain(file => file.Path.StartsWith("rounds", StringComparison.Ordinal));
        _server.Store.WithOutbox().ShouldBeEmpty();
    }
}
