using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class SubscriptionFaultTests : IDisposable
{
    private readonly Subscribing _it = new();

    public void Dispose() => _it.Dispose();

    [Theory]
    [InlineData("createDestination", Fault.CutAfter)]
    [InlineData("createDestination", Fault.CutBefore)]
    [InlineData("createDestination", Fault.InternalError)]
    [InlineData("createSubscription", Fault.CutAfter)]
    [InlineData("createSubscription", Fault.CutBefore)]
    [InlineData("createSubscription", Fault.Unavailable)]
    public void A_lost_answer_is_looked_for_before_anything_is_made_again(string operation, Fault fault)
    {
        _it.Account.StandIn.Faults.Order(fault, operation);

        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);

        _it.ShouldBeWhole();
        _it.Account.StandIn.Calls.ShouldNotContain(call => call.Status == 409);
        _it.Account.Time.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Refusals_for_too_many_calls_are_waited_out()
    {
        foreach (string operation in new[] { "getDestinations", "createDestination", "getSubscription" })
        {
            _it.Account.StandIn.Faults.Order(Fault.QuotaExceeded, operation, times: 5);
        }

        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);

        _it.ShouldBeWhole();
        _it.Account.StandIn.Exceeded.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("createDestination")]
    [InlineData("createSubscription")]
    public void A_program_that_ended_after_it_asked_goes_on_from_what_is_there(string operation)
    {
        _it.Account.StandIn.Faults.Order(Fault.CutAfter, operation);
        using (var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30), _it.Account.Time))
        {
            _it.Stop = stop.Token;
            Should.Throw<OperationCanceledException>(() => _it.Run());
        }

        _it.Stop = TestContext.Current.CancellationToken;

        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);

        _it.ShouldBeWhole();
        _it.Account.StandIn.Calls.ShouldNotContain(call => call.Status == 409);
    }

    [Theory]
    [InlineData("getDestinations")]
    [InlineData("getSubscription")]
    public void What_is_there_but_does_not_show_yet_is_not_made_twice(string operation)
    {
        _it.Run();
        _it.HideOnce(operation);

        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);

        _it.ShouldBeWhole();
        _it.Account.StandIn.Calls.Count(call => call.Status == 409).ShouldBe(1);
    }

    [Fact]
    public void A_name_that_stands_for_another_queue_is_said_in_words_and_not_tried_for_ever()
    {
        _it.TakeName($"reprieve-111122223333-us-east-1-{Subscribing.Queue.Name}");

        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run();

        outcomes
            .Single(one => one.Type == "ORDER_CHANGE")
            .ShouldBeOfType<SubscriptionOutcome.Refused>()
            .Sentence.ShouldContain("createDestination");
        Subscribing.Subscribed(outcomes, "LISTINGS_ITEM_ISSUES_CHANGE").Id.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_Amazon_that_never_answers_is_given_up_for_now_and_gone_on_with_later()
    {
        _it.Account.StandIn.Faults.Order(Fault.CutBefore, "createSubscription", times: 4);

        Should.Throw<AmazonException>(() => _it.Run()).Passes.ShouldBeTrue();
        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);

        _it.ShouldBeWhole();
    }

    [Fact]
    public void Whatever_goes_wrong_by_chance_nothing_is_made_twice_and_all_is_there_in_the_end()
    {
        int faults = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            using var it = new Subscribing();
            it.Account.StandIn.Faults = Faults.Seeded(seed, 0.3);
            it.RunUntilDone();
            it.ShouldBeWhole();
            faults += it.Account.StandIn.Faults.Happened.Values.Sum();
            it.Account.StandIn.Faults = Faults.Seeded(seed + 1000, 0.3);
            it.UndoUntilDone();
            it.Subscriptions.ShouldBeEmpty($"seed {seed}");
        }

        faults.ShouldBeGreaterThan(200);
    }
}
