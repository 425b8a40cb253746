using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Alerts;
using Reprieve.Knowledge;
using Reprieve.Server.Actions;
using Reprieve.Server.Alerting;

namespace Reprieve.Server.Api;

/// <summary>Alerts and the channels they go to. Addresses and secrets go in and never out.</summary>
internal static class AlertsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(
                "/alerts",
                (HttpContext http, AlertDesk desk, int? page = null, int? size = null) =>
                    ListPage<AlertItem>.Of([.. desk.All.Select(AlertItem.Of)], page, size, http)
            )
            .WithTags("alerts")
            .Named("listAlerts", "Alerts of the last 90 days and where each stands with each channel, the newest first")
            .Produces<ListPage<AlertItem>>();
        RouteGroupBuilder channels = api.MapGroup("/alert-channels").WithTags("alerts");
        channels
            .MapGet("", (AlertDesk desk) => desk.Channels.Channels.Select(AlertChannelItem.Of).ToList())
            .Named("listAlertChannels", "The channels that alerts go to")
            .Produces<IReadOnlyList<AlertChannelItem>>();
        channels
            .MapPut("", SaveAsync)
            .Named("setAlertChannel", "Keeps a channel: a new one, or with its id what changed of a known one")
            .Produces<AlertChannelItem>();
        channels
            .MapPost("/{channel:guid}/test", TestAsync)
            .Named("testAlertChannel", "Sends a trial to a channel now, and says what became of it")
            .Produces<AlertTestItem>();
        channels
            .MapPost("/{channel:guid}/again", Again)
            .Named("retryAlertChannel", "Sends once more what a channel refused")
            .Produces(204);
        channels
            .MapDelete("/{channel:guid}", RemoveAsync)
            .Named("removeAlertChannel", "Forgets a channel with its secret")
            .Produces(204);
    }

    private static async Task<IResult> SaveAsync(
        AlertChannelRequest request,
        HttpContext http,
        AlertChannelDesk channels
    )
    {
        try
        {
            return Results.Ok(
                AlertChannelItem.Of(await channels.SaveAsync(request.Id, request.Edit, http.RequestAborted))
            );
        }
        catch (AlertException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> TestAsync(Guid channel, HttpContext http, AlertChannelDesk channels)
    {
        if (channels.Find(channel) is not { } known)
        {
            return Gone();
        }

        AlertResult? result = await channels.TestAsync(known, http.RequestAborted);
        return Results.Ok(new AlertTestItem(result is AlertResult.Sent, AlertActions.WordsOf(result)));
    }

    private static IResult Again(Guid channel, AlertDesk desk, AlertChannelDesk channels)
    {
        if (channels.Find(channel) is null)
        {
            return Gone();
        }

        try
        {
            desk.TryAgain(channel.ToString());
            return Results.NoContent();
        }
        catch (AlertException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> RemoveAsync(Guid channel, HttpContext http, AlertChannelDesk channels)
    {
        await channels.RemoveAsync(channel, http.RequestAborted);
        return Results.NoContent();
    }

    private static IResult Gone() => ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("alert_channel_gone"));
}

/// <summary>An alert.</summary>
/// <param name="Event">What happened, told apart from all else.</param>
/// <param name="At">When it happened.</param>
/// <param name="Urgent">Whether it comes in quiet hours too.</param>
/// <param name="Do">What to do now.</param>
/// <param name="Link">Where to go; null for nowhere.</param>
internal sealed record AlertItem(
    string Event,
    DateTimeOffset At,
    bool Urgent,
    string Title,
    string Text,
    string Do,
    Uri? Link,
    IReadOnlyList<AlertWayItem> Ways
)
{
    public static AlertItem Of(KeptAlert kept)
    {
        AlertText words = kept.Alert.In(UserTexts.Language);
        return new(
            kept.Alert.Event,
            kept.Alert.At,
            kept.Alert.Urgent,
            words.Title,
            words.Text,
            words.Do,
            kept.Alert.Link,
            [.. kept.Deliveries.Select(way => new AlertWayItem(way.Channel, way.State, way.At, way.Words))]
        );
    }
}

/// <summary>Where an alert stands with a channel.</summary>
/// <param name="At">Since when, or of the last try.</param>
/// <param name="Words">What was said of the last try, in the channel's language; null when nothing was.</param>
internal sealed record AlertWayItem(string Channel, AlertState State, DateTimeOffset At, string? Words);

/// <summary>A channel, without its address and secret.</summary>
/// <param name="Language">Of its alerts: en or zh-Hans.</param>
/// <param name="Zone">The time zone of its hours, an IANA name.</param>
/// <param name="QuietFrom">When its quiet begins, 22:00; null for no quiet.</param>
/// <param name="QuietTo">When its quiet ends.</param>
/// <param name="DigestAt">When all that is not urgent comes at once; null for each as it happens.</param>
internal sealed record AlertChannelItem(
    Guid Id,
    string Name,
    AlertKind Kind,
    string Language,
    string Zone,
    string? QuietFrom,
    string? QuietTo,
    string? DigestAt
)
{
    public static AlertChannelItem Of(AlertChannel channel) =>
        new(
            Guid.Parse(channel.Id),
            channel.Name,
            channel.Kind,
            channel.Language,
            channel.Zone,
            AlertChannelEdit.Written(channel.Quiet?.From),
            AlertChannelEdit.Written(channel.Quiet?.To),
            AlertChannelEdit.Written(channel.DigestAt)
        );
}

/// <summary>What became of a trial.</summary>
/// <param name="Sent">Whether the service says that it took it.</param>
/// <param name="Words">In words; what is wrong, in the channel's language.</param>
internal sealed record AlertTestItem(bool Sent, string Words);

/// <summary>What somebody says of a channel; an address or secret that is left out stays as it is.</summary>
/// <param name="Kind">Stays as it is for a known channel.</param>
/// <param name="Id">The channel that is changed; null for a new one.</param>
/// <param name="Address">The address of the service, or the mail address.</param>
/// <param name="Language">Of its alerts: en or zh-Hans.</param>
/// <param name="Zone">The time zone of its hours, an IANA name.</param>
/// <param name="QuietFrom">When its quiet begins, 22:00; null for no quiet.</param>
/// <param name="QuietTo">When its quiet ends.</param>
/// <param name="DigestAt">When all that is not urgent comes at once; null for each as it happens.</param>
internal sealed record AlertChannelRequest(
    AlertKind Kind,
    string Name,
    Guid? Id = null,
    string? Address = null,
    string? Secret = null,
    string? Language = null,
    string? Zone = null,
    string? QuietFrom = null,
    string? QuietTo = null,
    string? DigestAt = null
) : ApiRequest
{
    public AlertChannelEdit Edit => new(Kind, Name, Address, Secret, Language, Zone, QuietFrom, QuietTo, DigestAt);
}
