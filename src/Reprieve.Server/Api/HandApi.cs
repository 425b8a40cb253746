using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Practices.Reports;
using Reprieve.Server.Selling.ByHand;

namespace Reprieve.Server.Api;

/// <summary>Watches that are kept by hand, or by a program that has the figures from elsewhere.</summary>
internal static class HandApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder own = api.MapGroup("/connections").WithTags("connections");
        own.MapPut(
                "/hand",
                (HandWatchRequest request, HttpContext http, HandDesk desk) => SaveAsync(null, request, http, desk)
            )
            .Named("setHandWatch", "Keeps the watch over a store without a connection")
            .Produces<ConnectionItem>();
        own.MapPost(
                "/{connection:guid}/standing",
                (Guid connection, StandingRequest request, HttpContext http, HandDesk desk) =>
                    KeepAsync(null, connection, request, http, desk)
            )
            .Named("keepStanding", "Keeps what the Account Health page shows for a watch without a connection")
            .Produces(204);
        RouteGroupBuilder client = api.MapGroup("/clients/{id:guid}/connections").WithTags("connections");
        client
            .MapPut(
                "/hand",
                (Guid id, HandWatchRequest request, HttpContext http, HandDesk desk) =>
                    SaveAsync(id, request, http, desk)
            )
            .Named("setClientHandWatch", "Keeps the watch over a client's store without a connection")
            .Produces<ConnectionItem>();
        client
            .MapPost(
                "/{connection:guid}/standing",
                (Guid id, Guid connection, StandingRequest request, HttpContext http, HandDesk desk) =>
                    KeepAsync(id, connection, request, http, desk)
            )
            .Named("keepClientStanding", "Keeps what a client's Account Health page shows, without a connection")
            .Produces(204);
    }

    private static async Task<IResult> SaveAsync(
        Guid? client,
        HandWatchRequest request,
        HttpContext http,
        HandDesk desk
    )
    {
        try
        {
            return ConnectionsApi.Missing(client, http)
                ?? Results.Ok(
                    ConnectionItem.Of(await desk.SaveAsync(client, request.Name, request.Store, http.RequestAborted))
                );
        }
        catch (AmazonException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }

    private static async Task<IResult> KeepAsync(
        Guid? client,
        Guid connection,
        StandingRequest request,
        HttpContext http,
        HandDesk desk
    )
    {
        if (ConnectionsApi.Missing(client, http) is { } missing)
        {
            return missing;
        }

        if (await desk.FindAsync(client, connection, http.RequestAborted) is not { } watch)
        {
            return ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("Hand_gone"));
        }

        try
        {
            if (request.Report is { Length: > 0 } report)
            {
                await desk.KeepReportAsync(watch, System.Text.Encoding.UTF8.GetBytes(report), http.RequestAborted);
                return Results.NoContent();
            }

            IReadOnlyDictionary<string, string> errors = await desk.KeepAsync(
                watch,
                (request.Figures ?? new Dictionary<string, string>()).ToDictionary(
                    figure => figure.Key,
                    figure => (string?)figure.Value,
                    StringComparer.Ordinal
                ),
                http.RequestAborted
            );
            return errors.Count == 0
                ? Results.NoContent()
                : ApiAnswers.Refused(
                    string.Join(
                        ' ',
                        errors.Select(error => error.Key.Length == 0 ? error.Value : $"{error.Key}: {error.Value}")
                    )
                );
        }
        catch (ReportException fault)
        {
            return ApiAnswers.Refused(fault.Message);
        }
    }
}

/// <summary>A watch without a connection.</summary>
/// <param name="Name">One of the same name over the same store is it already.</param>
/// <param name="Store">A code of marketplaces in knowledge.</param>
internal sealed record HandWatchRequest(string Name, string Store) : ApiRequest;

/// <summary>What the Account Health page shows now.</summary>
/// <param name="Figures">
/// By account_status (NORMAL, AT_RISK, DEACTIVATED), account_health_rating (0 to 1000), a rate in percent with its programme
/// (late_shipment_rate_30d.merchant, order_defect_rate.amazon), or Amazon's name of a counter (listingPolicyViolations). Others are
/// passed over.
/// </param>
/// <param name="Report">Amazon's performance report as JSON, instead of figures.</param>
internal sealed record StandingRequest(IReadOnlyDictionary<string, string>? Figures = null, string? Report = null)
    : ApiRequest;
