using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Alerts;
using Reprieve.Knowledge;
using Reprieve.Server.Alerting;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>Channels that alerts go to, and what became of the last alerts.</summary>
internal static class AlertActions
{
    private const string Home = "/alerts";
    private const int MostAlerts = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Home, (HttpContext http) => Show(http));
        app.MapGet(Home + "/new", (string? kind, HttpContext http) => New(kind, http));
        app.MapGet(Home + "/{channel:guid}", (Guid channel, HttpContext http) => Change(channel, http));
        RouteGroupBuilder forms = app.MapGroup(Home).AddEndpointFilter<TokenFilter>();
        forms.MapPost("", (HttpContext http, AlertChannelDesk channels) => SaveAsync(null, http, channels));
        forms.MapPost(
            "/{channel:guid}",
            (Guid channel, HttpContext http, AlertChannelDesk channels) => SaveAsync(channel, http, channels)
        );
        forms.MapPost("/{channel:guid}/test", TestAsync);
        forms.MapPost("/{channel:guid}/again", Again);
        forms.MapPost("/{channel:guid}/remove", RemoveAsync);
    }

    /// <summary>What became of a trial, in words.</summary>
    public static string WordsOf(AlertResult? result) =>
        result switch
        {
            null => Say.Get("alert_offline"),
            AlertResult.Refused refused => refused.Words,
            AlertResult.Later later => later.Words,
            _ => Say.Get("alert_test_sent"),
        };

    private static IResult Show(
        HttpContext http,
        string? problem = null,
        AlertChannel? tested = null,
        AlertResult? result = null
    )
    {
        AlertDesk desk = http.Service<AlertDesk>();
        IReadOnlyList<KeptAlert> all = desk.All;
        return PageFrame.Page<AlertsPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Knowledge", http.Service<CaseDesk>().Knowledge),
            ("Channels", desk.Channels),
            ("All", all),
            ("Recent", all.Take(MostAlerts).ToList()),
            ("IsOffline", desk.IsOffline),
            ("Problem", problem ?? desk.Fault),
            ("Tested", tested),
            ("Result", result)
        );
    }

    private static IResult New(string? kind, HttpContext http) =>
        Enum.GetValues<AlertKind>().Where(known => known.Code() == kind).ToList() is [AlertKind chosen]
            ? Edit(http, null, new AlertChannelEdit(chosen, "", Zone: LocalZone(http)))
            : Form.To(Home);

    private static IResult Change(Guid channel, HttpContext http) =>
        http.Service<AlertChannelDesk>().Find(channel) is { } known
            ? Edit(http, channel, AlertChannelEdit.Of(known))
            : Show(http, Say.Get("alert_channel_gone"));

    private static IResult Edit(HttpContext http, Guid? channel, AlertChannelEdit edit, string? problem = null) =>
        PageFrame.Page<AlertChannelPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Knowledge", http.Service<CaseDesk>().Knowledge),
            ("Channel", channel),
            ("Edit", edit),
            ("Problem", problem)
        );

    private static async Task<IResult> SaveAsync(Guid? channel, HttpContext http, AlertChannelDesk channels)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        AlertKind kind = Enum.GetValues<AlertKind>().FirstOrDefault(known => known.Code() == form.Field("kind"));
        var edit = new AlertChannelEdit(
            kind,
            form.Field("name"),
            form.Field("address"),
            form.Field("secret"),
            form.Field("alertLanguage"),
            form.Field("zone"),
            form.Field("quietFrom"),
            form.Field("quietTo"),
            form.Field("digestAt")
        );
        try
        {
            await channels.SaveAsync(channel, edit, http.RequestAborted);
            return Form.To(Home, "saved");
        }
        catch (AlertException fault)
        {
            return Edit(http, channel, edit with { Address = null, Secret = null }, fault.Message);
        }
    }

    private static async Task<IResult> TestAsync(Guid channel, HttpContext http, AlertChannelDesk channels) =>
        channels.Find(channel) is { } known
            ? Show(http, tested: known, result: await channels.TestAsync(known, http.RequestAborted))
            : Show(http, Say.Get("alert_channel_gone"));

    private static IResult Again(Guid channel, HttpContext http, AlertDesk desk)
    {
        try
        {
            desk.TryAgain(channel.ToString());
            return Form.To(Home, "saved");
        }
        catch (AlertException fault)
        {
            return Show(http, fault.Message);
        }
    }

    private static async Task<IResult> RemoveAsync(Guid channel, HttpContext http, AlertChannelDesk channels)
    {
        await channels.RemoveAsync(channel, http.RequestAborted);
        return Form.To(Home, "removed");
    }

    /// <summary>The zone of this machine by its IANA name; UTC where it has none.</summary>
    private static string LocalZone(HttpContext http)
    {
        TimeZoneInfo local = http.Service<TimeProvider>().LocalTimeZone;
        return local.HasIanaId ? local.Id
            : TimeZoneInfo.TryConvertWindowsIdToIanaId(local.Id, out string? name) ? name
            : "UTC";
    }
}
