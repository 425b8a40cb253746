using Reprieve.AmazonStandIn;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class ModelTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Every_operation_answers_as_its_model_says(int seed)
    {
        AmazonModels models = AmazonModels.SharedOrSkip();
        ModelCheck check = null!;
        using Caller caller = new(
            SyntheticAccount.Make(seed, 800, Caller.Start),
            handler => check = new ModelCheck(models, handler)
        );
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await EveryOperation.ReportsAsync(caller);
            await EveryOperation.ReadingAsync(caller);
            await EveryOperation.KioskAsync(caller);
            await EveryOperation.NotificationsAsync(caller);
        });

        check.Violations.ShouldBeEmpty();
        check.Checked.ShouldBeGreaterThan(40);
        caller.Time.Excursions.ShouldBe(0);
        string[] answered = [.. caller.StandIn.Calls.Where(c => c.Status < 300).Select(c => c.Operation).Distinct()];
        answered.Length.ShouldBe(30, string.Join(' ', answered));
    }

    [Theory]
    [InlineData("/orders/2026-01-01/orders?createdAfter=2026-08-01T00:00:00Z&fulfilledBy=SELLER")]
    [InlineData("/orders/2026-01-01/orders?createdAfter=2026-08-01&fulfilledBy=MERCHANT")]
    [InlineData("/orders/2026-01-01/orders?createdAfter=2026-08-01T00:00:00Z&CreatedBefore=2026-08-02T00:00:00Z")]
    [InlineData("/orders/2026-01-01/orders?createdAfter=2026-08-01T00:00:00Z&includedData=PACKAGES,MORE")]
    [InlineData("/reports/2021-06-30/reports?reportTypes=GET_SELLER_FEEDBACK_DATA&pageSize=101")]
    [InlineData("/reports/2021-06-30/reports?reportTypes=GET_SELLER_FEEDBACK_DATA&processingStatuses=READY")]
    [InlineData("/finances/v0/financialEvents?postedAfter=2026-08-01T00:00:00Z")]
    [InlineData("/listings/2021-08-01/items/SELLER?includedData=issues")]
    [InlineData("/listings/2021-08-01/items/SELLER?marketplaceIds=ATVPDKIKX0DER&pageSize=21")]
    [InlineData(
        "/customerFeedback/2024-06-01/items/B000000000/reviews/topics?marketplaceId=ATVPDKIKX0DER&sortBy=STARS"
    )]
    public void A_parameter_that_is_wrong_is_refused_here_and_by_the_model(string path)
    {
        ModelCheck check = null!;
        using Caller caller = new(
            SyntheticAccount.Make(1, 50, Caller.Start),
            handler => check = new ModelCheck(AmazonModels.Shared, handler)
        );
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            Caller
                .Code(
                    await caller.GetAsync(
                        path.Replace("SELLER", caller.Account.SellerId, StringComparison.Ordinal)
                            .Replace("=" + caller.Account.SellerId, "=SELLER", StringComparison.Ordinal),
                        400
                    )
                )
                .ShouldBe("InvalidInput");
        });
        if (AmazonModels.Shared is not null)
        {
            check.Violations.Count(v => v.Contains("request", StringComparison.Ordinal)).ShouldBe(1);
            check.Violations.Count.ShouldBe(1);
        }
    }

    [Fact]
    public void A_call_that_no_model_knows_a_false_body_and_a_missing_token_are_noted()
    {
        AmazonModels models = AmazonModels.SharedOrSkip();
        ModelCheck check = null!;
        using Caller caller = new(around: handler => check = new ModelCheck(models, handler));
        caller.Time.Run(async () =>
        {
            await caller.GetAsync("/sellers/v2/everything", 404);
            await caller.CallAsync(
                HttpMethod.Post,
                "/reports/2021-06-30/reports",
                new
                {
                    reportType = 1,
                    marketplaceIds = Array.Empty<string>(),
                    other = true,
                },
                403
            );
        });

        check.Violations.ShouldContain(v => v.Contains("no model knows it", StringComparison.Ordinal));
        check.Violations.Count(v => v.Contains("no access token", StringComparison.Ordinal)).ShouldBe(1);
        check.Violations.ShouldContain(v => v.Contains("StringExpected", StringComparison.Ordinal));
        check.Violations.ShouldContain(v => v.Contains("TooFewItems", StringComparison.Ordinal));
        check.Violations.ShouldContain(v => v.Contains("NoAdditionalPropertiesAllowed", StringComparison.Ordinal));
    }
}
