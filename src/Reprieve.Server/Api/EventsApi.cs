using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Tells programs that a case was changed, as server-sent events.</summary>
internal static class EventsApi
{
    /// <summary>A sign of life, so that proxies keep the line; at the same time it is asked whether the token still holds.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Events)
            .WithTags("events")
            .Named(
                "listen",
                "Tells of each change of a case that you see, from now on; after a gap compare the revisions of the list"
            )
            .Produces<string>(200, "text/event-stream");

    private static IResult Events(
        HttpContext http,
        Workbench workbench,
        ClientShelf clients,
        TokenBook tokens,
        ApiGate gate,
        IHostApplicationLifetime life,
        TimeProvider clock
    )
    {
        var listener = new Listener(workbench.Feed, clients, tokens, gate, clock);
        return TypedResults.ServerSentEvents(
            listener.ReadAsync(
                ApiGate.TextOf(http),
                Safety.IsPublic(http),
                life.ApplicationStopping,
                http.RequestAborted
            )
        );
    }

    private sealed class Listener(
        CaseFeed feed,
        ClientShelf clients,
        TokenBook tokens,
        ApiGate gate,
        TimeProvider clock
    )
    {
        public async IAsyncEnumerable<SseItem<CaseEvent>> ReadAsync(
            string token,
            bool isPublic,
            CancellationToken stopping,
            [EnumeratorCancellation] CancellationToken cancel
        )
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
            await using IAsyncEnumerator<CaseNews> news = feed.ReadAsync(either.Token).GetAsyncEnumerator(either.Token);
            Task<bool> next = news.MoveNextAsync().AsTask();
            try
            {
                yield return new SseItem<CaseEvent>(CaseEvent.None, "ready");
                while (await CallerAsync(next, token, isPublic, either.Token) is { } caller)
                {
                    if (!next.IsCompletedSuccessfully)
                    {
                        yield return new SseItem<CaseEvent>(CaseEvent.None, "beat");
                        continue;
                    }

                    CaseNews one = news.Current;
                    next = news.MoveNextAsync().AsTask();
                    if (Sees(caller, one))
                    {
                        yield return new SseItem<CaseEvent>(
                            new CaseEvent(one.Id.Value, one.Revision),
                            one.Revision is null ? "deleted" : "changed"
                        );
                    }
                }
            }
            finally
            {
                await either.CancelAsync();
                await next.ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        /// <summary>Waits until something came, or a beat long.</summary>
        /// <returns>Whose place the token takes then; null when it ended, or the line.</returns>
        private async Task<Caller?> CallerAsync(Task<bool> next, string token, bool isPublic, CancellationToken cancel)
        {
            await Task.WhenAny(next, Task.Delay(Beat, clock, cancel));
            return
                !cancel.IsCancellationRequested
                && await tokens.FindAsync(token, TokenUse.Programs, CancellationToken.None) is { } known
                ? gate.CallerOf(known, isPublic)
                : null;
        }

        private bool Sees(Caller caller, CaseNews news) =>
            caller.SightOf(clients.All) is not { } sight
            || (news.Account is { } account && sight.Stores.Contains(account));
    }
}

/// <summary>A case was changed.</summary>
/// <param name="Case">Null for what is about no case: that the line is open, or still is.</param>
/// <param name="Revision">Its revision from then on; null when it was deleted.</param>
internal sealed record CaseEvent(Guid? Case, int? Revision)
{
    public static CaseEvent None { get; } = new(null, null);
}
