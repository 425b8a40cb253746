using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Reprieve.Server.People;

/// <summary>How often one network address may ask for what is open to everybody, or costs room and work.</summary>
internal static class Limits
{
    /// <summary>Holds for signing in and for taking an invitation up.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Holds for the pages behind a client's link.</summary>
    public const string Intake = "intake";

    /// <summary>Holds for programs.</summary>
    public const string Api = "api";

    /// <summary>Holds for files that people who are in send.</summary>
    public const string Uploads = "uploads";

    /// <summary>Requests with files a minute: a page sends each file by itself, up to 500 of them in its turn.</summary>
    public const int UploadsAMinute = 600;

    /// <summary>Requests of programs a minute: twenty a second, whatever tokens they bring.</summary>
    public const int Programs = 1_200;

    /// <summary>Tries to sign in a minute: enough for an office behind one address, too few to guess.</summary>
    public const int SignIns = 20;

    /// <summary>Requests of clients a minute: a phone sends each photograph by itself.</summary>
    public const int Intakes = 240;

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
                await response.WriteAsync(Say.Get("too_often"), cancel);
            };
            limits.AddPolicy(SignIn, http => PerAddress(http, SignIns));
            limits.AddPolicy(Intake, http => PerAddress(http, Intakes));
            limits.AddPolicy(Uploads, http => PerAddress(http, UploadsAMinute));
            limits.AddPolicy(Api, http => PerAddress(http, Programs));
        });

    private static RateLimitPartition<string> PerAddress(HttpContext http, int requests) =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = Window }
        );
}
