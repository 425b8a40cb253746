using System.IO.Compression;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class FaultTests : IDisposable
{
    private const string Participations = "/sellers/v1/marketplaceParticipations";
    private const string Reports = "/reports/2021-06-30/reports";
    private static readonly object Order = new
    {
        reportType = "GET_V2_SELLER_PERFORMANCE_REPORT",
        marketplaceIds = new[] { Caller.Us },
    };
    private readonly Caller _caller = new(SyntheticAccount.Make(41, 300, Caller.Start));

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData(Fault.QuotaExceeded, 429)]
    [InlineData(Fault.InternalError, 500)]
    [InlineData(Fault.Unavailable, 503)]
    public void A_refusal_comes_as_often_as_ordered_and_only_there(Fault fault, int status) =>
        _caller.Time.Run(async () =>
        {
            await _caller.SignInAsync();
            _caller.StandIn.Faults.Order(fault, "getMarketplaceParticipations", times: 3, after: 1);
            await _caller.GetAsync(Participations);
            await _caller.GetAsync($"{Reports}/0", 404);
            for (int i = 0; i < 3; i++)
            {
                await _caller.GetAsync(Participations, status);
            }

            await _caller.GetAsync(Participations);
            _caller.StandIn.Exceeded.ShouldBeEmpty();
            _caller.StandIn.Faults.Happened[fault].ShouldBe(3);
        });

    [Theory]
    [InlineData(Fault.CutBefore, 0)]
    [InlineData(Fault.CutAfter, 1)]
    public void A_cut_comes_before_or_after_the_effect(Fault fault, int created) =>
        _caller.Time.Run(async () =>
        {
            await _caller.SignInAsync();
            _caller.StandIn.Faults.Order(fault, "createReport");
            await Should.ThrowAsync<HttpRequestException>(() => _caller.SendAsync(HttpMethod.Post, Reports, Order));
            _caller.StandIn.Reports.Count.ShouldBe(created);
            _caller.StandIn.Calls[^1].Status.ShouldBe(0);
        });

    [Fact]
    public void A_slow_body_takes_a_minute_of_simulated_time()
    {
        _caller.Time.Run(async () =>
        {
            await _caller.SignInAsync();
            _caller.StandIn.Faults.Order(Fault.SlowBody);
            (await _caller.GetAsync(Participations)).GetProperty("payload").GetArrayLength().ShouldBe(1);
        });

        _caller.Time.Elapsed.ShouldBe(TimeSpan.FromMinutes(1));
        _caller.Time.Excursions.ShouldBe(0);
    }

    [Fact]
    public void A_short_token_ends_early() =>
        _caller.Time.Run(async () =>
        {
            _caller.StandIn.Faults.Order(Fault.ShortToken);
            await _caller.SignInAsync();
            await _caller.GetAsync(Participations);
            _caller.Time.Advance(TimeSpan.FromMinutes(5));
            await _caller.GetAsync(Participations, 403);
        });

    [Fact]
    public void A_report_hangs() =>
        _caller.Time.Run(async () =>
        {
            await _caller.SignInAsync();
            _caller.StandIn.Faults.Order(Fault.HungReport);
            JsonElement created = await _caller.CallAsync(HttpMethod.Post, Reports, Order, 202);
            await Task.Delay(TimeSpan.FromMinutes(50), _caller.Time);
            JsonElement report = await _caller.GetAsync($"{Reports}/{created.GetProperty("reportId").GetString()}");
            report.GetProperty("processingStatus").GetString().ShouldBe("IN_PROGRESS");
        });

    [Fact]
    public void A_document_is_cut_short_has_a_false_charset_or_none_or_a_dead_link() =>
        _caller.Time.Run(async () =>
        {
            await _caller.SignInAsync();
            JsonElement report = await _caller.ReportAsync("GET_MERCHANT_LISTINGS_ALL_DATA");
            string url = (await _caller.DocumentAsync(report)).GetProperty("url").GetString()!;

            _caller.StandIn.Faults.Order(Fault.Truncated);
            using (HttpResponseMessage half = await _caller.FetchAsync(url))
            using (HttpResponseMessage whole = await _caller.FetchAsync(url))
            {
                Unpacked(await half.Content.ReadAsByteArrayAsync()).ShouldBeNull();
                Unpacked(await whole.Content.ReadAsByteArrayAsync()).ShouldNotBeNull();
            }

            (await CharsetAsync(url)).ShouldBe("utf-8");
            _caller.StandIn.Faults.Order(Fault.WrongCharset);
            (await CharsetAsync(url)).ShouldBe("Shift_JIS");
            _caller.StandIn.Faults.Order(Fault.NoCharset);
            (await CharsetAsync(url)).ShouldBeNull();
            _caller.StandIn.Faults.Order(Fault.ExpiredLink);
            using HttpResponseMessage dead = await _caller.FetchAsync(url);
            ((int)dead.StatusCode).ShouldBe(403);
        });

    [Fact]
    public void Chance_goes_the_same_way_for_the_same_seed_and_touches_every_kind()
    {
        int[] Statuses(int seed)
        {
            using Caller caller = new(SyntheticAccount.Make(1, 20, Caller.Start));
            caller.StandIn.SetLimit("getReport", 1000, 1000);
            return caller.Time.Run(async () =>
            {
                await caller.SignInAsync();
                caller.StandIn.Faults = Faults.Seeded(
                    seed,
                    0.2,
                    Fault.QuotaExceeded,
                    Fault.InternalError,
                    Fault.Unavailable
                );
                List<int> statuses = [];
                for (int i = 0; i < 200; i++)
                {
                    using HttpResponseMessage response = await caller.SendAsync(HttpMethod.Get, $"{Reports}/0");
                    statuses.Add((int)response.StatusCode);
                }

                return statuses.ToArray();
            });
        }

        Statuses(1).ShouldBe(Statuses(1));
        Statuses(1).ShouldNotBe(Statuses(2));
        Statuses(1).Distinct().Order().ShouldBe([404, 429, 500, 503]);
    }

    private async Task<string?> CharsetAsync(string url)
    {
        using HttpResponseMessage file = await _caller.FetchAsync(url);
        return file.Content.Headers.ContentType!.CharSet;
    }

    /// <summary>Null where the packed bytes end too early; a stream that is read to its end does not say so by itself.</summary>
    private static byte[]? Unpacked(byte[] packed)
    {
        using MemoryStream text = new();
        using GZipStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            stream.CopyTo(text);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return BitConverter.ToUInt32(packed.AsSpan(^4..)) == text.Length ? text.ToArray() : null;
    }
}
