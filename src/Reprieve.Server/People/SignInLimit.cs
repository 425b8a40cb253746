using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Reprieve.Server.People;

/// <summary>How often one address may try to sign in or to take an invitation up.</summary>
internal static class SignInLimit
{
    /// <summary>The policy's name, for the routes it holds for.</summary>
    public const string Name = "sign-in";

    /// <summary>Enough for an office behind one address, too few to guess.</summary>
    public const int Tries = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = async (rejected, cancel) =>
            {
                HttpResponse response = rejected.HttpContext.Response;
                response.Headers.RetryAfter = "60";
                response.ContentType = "text/plain; charset=utf-8";
                await response.WriteAsync(Say.Get("sign_in_too_often"), cancel);
            };
            limits.AddPolicy(
                Name,
                http =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        http.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = Window }
                    )
            );
        });
}
