using Reprieve.Amazon.Operations;
using Reprieve.AmazonStandIn;
using Reprieve.Pulls;

namespace Reprieve.Amazon.Tests.Calls;

public sealed class CallTriesTests : IDisposable
{
    private readonly AccountUnderTest _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Many_callers_share_one_token_and_it_is_renewed_before_it_expires()
    {
        AmazonAccount account = _account.Open();
        _account.Time.Run(() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(account))));
        Tokens().ShouldBe(1);

        _account.Time.Advance(TimeSpan.FromMinutes(57));
        _account.Time.Run(() => AskAsync(account));
        Tokens().ShouldBe(1);

        _account.Time.Advance(TimeSpan.FromMinutes(2));
        _account.Time.Run(() => AskAsync(account));
        Tokens().ShouldBe(2);
        _account.StandIn.Calls.ShouldAllBe(call => call.Status == 200);
    }

    [Fact]
    public void A_token_that_ended_early_is_renewed_once_and_the_call_made_again()
    {
        _account.StandIn.Faults.Order(Fault.ShortToken);
        AmazonAccount account = _account.Open();
        _account.Time.Run(() => AskAsync(account));
        _account.Time.Advance(TimeSpan.FromMinutes(6));
        _account.Time.Run(() => AskAsync(account));
        Tokens().ShouldBe(2);
    }

    [Theory]
    [InlineData("client-1", "secret-1", "gone-1", "refresh token")]
    [InlineData("client-1", "wrong", "refresh-1", "secret")]
    [InlineData("nobody", "secret-1", "refresh-1", "client id")]
    public void A_refusal_of_Login_with_Amazon_says_what_to_enter_anew(
        string client,
        string secret,
        string refresh,
        string says
    )
    {
        AmazonAccount account = _account.Open(new AmazonConnection("na", client, secret, refresh));
        AmazonException refused = Should.Throw<AmazonException>(() => _account.Time.Run(() => AskAsync(account)));
        refused.Message.ShouldContain(says);
        refused.Message.ShouldNotContain(secret);
        refused.Message.ShouldNotContain(refresh);
        refused.Passes.ShouldBeFalse();
    }

    [Fact]
    public void Faults_of_Amazon_s_own_are_waited_out()
    {
        _account.StandIn.Faults.Order(Fault.InternalError, "getReports", times: 2);
        _account.StandIn.Faults.Order(Fault.CutAfter, "getReports", times: 2);
        _account.StandIn.Faults.Order(Fault.Unavailable, StandIn.TokenCall);
        _account.Time.Run(() => AskAsync(_account.Open()));
        _account.Time.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void What_never_answers_is_given_up_for_now()
    {
        _account.StandIn.Faults.Order(Fault.Unavailable, "getReports", times: 1000);
        AmazonException fault = Should.Throw<AmazonException>(() => _account.Time.Run(() => AskAsync(_account.Open())));
        fault.Passes.ShouldBeTrue();
    }

    [Fact]
    public void A_storm_of_refusals_for_too_many_calls_ends_with_the_answer()
    {
        _account.StandIn.Faults.Order(Fault.QuotaExceeded, "getReports", times: 6);
        _account.Time.Run(() => AskAsync(_account.Open()));
        _account.StandIn.Exceeded.ShouldBeEmpty();
    }

    [Fact]
    public void The_rate_that_an_answer_names_is_kept()
    {
        _account.StandIn.SetLimit("getReports", 0.01, 1);
        AmazonAccount account = _account.Open();
        _account.Time.Run(async () =>
        {
            for (int at = 0; at < 5; at++)
            {
                await AskAsync(account);
            }
        });
        _account.StandIn.Calls.Count(call => call.Status == 429).ShouldBeLessThan(2);
    }

    [Fact]
    public void Whoever_stops_does_not_wait_for_a_limit()
    {
        AmazonAccount account = _account.Open();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), _account.Time);
        Should.Throw<OperationCanceledException>(() =>
            _account.Time.Run(async () =>
            {
                while (true)
                {
                    await AskAsync(account, stop.Token);
                }
            })
        );
        _account.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_account_that_is_opened_twice_has_one_count_of_its_calls()
    {
        var edge = new AmazonEdge(
            AmazonEdge.NewHttp(_account.StandIn.Handler),
            Knowledge.KnowledgeLoader.BuiltIn,
            _account.Time
        );
        edge.Open(AccountUnderTest.Connection).ShouldBeSameAs(edge.Open(AccountUnderTest.Connection with { }));
    }

    [Fact]
    public void A_region_that_is_none_is_named_with_those_there_are() =>
        Should
            .Throw<AmazonException>(() => _account.Open(AccountUnderTest.Connection with { Region = "mars" }))
            .Message.ShouldContain("na, eu, fe");

    [Fact]
    public void Secrets_are_never_printed()
    {
        string text = AccountUnderTest.Connection.ToString();
        text.ShouldNotContain("secret-1");
        text.ShouldNotContain("refresh-1");
    }

    private static Task AskAsync(AmazonAccount account, CancellationToken cancel = default) =>
        Reports.FindAsync(
            account,
            new ReportOrder("GET_SELLER_FEEDBACK_DATA", ["ATVPDKIKX0DER"], null, null),
            AccountUnderTest.Begin,
            new HashSet<string>(),
            cancel
        );

    private int Tokens() => _account.StandIn.Calls.Count(call => call.Operation == StandIn.TokenCall);
}
