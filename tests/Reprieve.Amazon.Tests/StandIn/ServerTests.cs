using System.Net.Http.Json;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class ServerTests
{
    [Fact]
    public async Task A_report_can_be_had_over_real_http()
    {
        SimulatedTime time = new(Caller.Start);
        AmazonStandIn.StandIn standIn = new(time);
        SellerAccount account = SyntheticAccount.Make(51, 100, Caller.Start);
        standIn.AddApp("app", "secret");
        standIn.AddAccount(account);
        using StandInServer server = new(standIn, time);
        using HttpClient http = new();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Tests/1.0");
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["client_id"] = "app",
                ["client_secret"] = "secret",
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = account.RefreshTokens[0],
            }
        );
        CancellationToken end = TestContext.Current.CancellationToken;
        using HttpResponseMessage token = await http.PostAsync(
            new Uri(server.AddressOf("api.amazon.com"), "auth/o2/token"),
            form,
            end
        );
        http.DefaultRequestHeaders.Add(
            "x-amz-access-token",
            (await Caller.ReadAsync(token)).GetProperty("access_token").GetString()
        );

        Uri reports = new(server.AddressOf("sellingpartnerapi-na.amazon.com"), "reports/2021-06-30/");
        object order = new { reportType = "GET_V2_SELLER_PERFORMANCE_REPORT", marketplaceIds = new[] { Caller.Us } };
        using HttpResponseMessage created = await http.PostAsJsonAsync(new Uri(reports, "reports"), order, end);
        string id = (await Caller.ReadAsync(created)).GetProperty("reportId").GetString()!;
        time.Advance(TimeSpan.FromMinutes(2));
        JsonElement report = await http.GetFromJsonAsync<JsonElement>(new Uri(reports, $"reports/{id}"), end);
        JsonElement document = await http.GetFromJsonAsync<JsonElement>(
            new Uri(reports, $"documents/{report.GetProperty("reportDocumentId").GetString()}"),
            end
        );
        JsonElement performance = await http.GetFromJsonAsync<JsonElement>(
            document.GetProperty("url").GetString(),
            end
        );
        performance.GetProperty("accountStatuses")[0].GetProperty("status").GetString().ShouldBe("NORMAL");
    }

    [Fact]
    public async Task A_cut_connection_is_cut()
    {
        AmazonStandIn.StandIn standIn = new(TimeProvider.System);
        using StandInServer server = new(standIn, TimeProvider.System);
        using HttpClient http = new();
        standIn.Faults.Order(Fault.CutBefore, AmazonStandIn.StandIn.TokenCall, times: 10);

        await Should.ThrowAsync<HttpRequestException>(() =>
            http.PostAsync(
                new Uri(server.AddressOf("api.amazon.com"), "auth/o2/token"),
                null,
                TestContext.Current.CancellationToken
            )
        );
    }
}
