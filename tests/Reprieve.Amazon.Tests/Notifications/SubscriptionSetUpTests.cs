using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class SubscriptionSetUpTests : IDisposable
{
    private readonly Subscribing _it = new();

    public void Dispose() => _it.Dispose();

    [Fact]
    public void Each_type_is_subscribed_to_once_on_the_way_that_Amazon_sends_it()
    {
        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run();

        outcomes.Select(one => one.Type).ShouldBe(Subscribing.Types.Select(type => type.Type));
        _it.Destinations.Select(one => (one.QueueArn, one.BusAccount, one.BusRegion))
            .ShouldBe([(Subscribing.Queue.Arn, null, null), (null, "111122223333", "us-east-1")]);
        foreach (NotificationSubscription made in _it.Subscriptions)
        {
            Subscribing.Subscribed(outcomes, made.NotificationType).Id.ShouldBe(made.Id);
            made.PayloadVersion.ShouldBe(
                Subscribing.Types.Single(type => type.Type == made.NotificationType).PayloadVersion
            );
        }

        _it.Subscriptions.Count.ShouldBe(Subscribing.Types.Count);
        _it.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_comes_over_EventBridge_says_what_is_left_to_do_by_hand_and_the_rest_nothing()
    {
        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run();

        Subscribing.Subscribed(outcomes, "ACCOUNT_STATUS_CHANGED").EventSource.ShouldBeNull();
        string source = Subscribing.Subscribed(outcomes, "LISTINGS_ITEM_ISSUES_CHANGE").EventSource.ShouldNotBeNull();
        string steps = string.Join(
            '\n',
            SubscriptionSetUp.StepsByHand(Subscribing.Queue, source).Select(step => step.Text + step.Paste)
        );
        steps.ShouldContain("us-east-1");
        steps.ShouldContain("""{"source": ["aws.partner/sellingpartnerapi.amazon.com/111122223333/client-1"]}""");
        steps.ShouldContain(Subscribing.Queue.Arn);
    }

    [Fact]
    public void Setting_up_again_makes_nothing_and_tells_the_same()
    {
        IReadOnlyList<OwnSubscription> first = Subscribing.Own(_it.Run());
        int made = _it.Made;

        IReadOnlyList<OwnSubscription> second = Subscribing.Own(_it.Run(own: first));

        second.ShouldBe(first);
        _it.Made.ShouldBe(made);
        _it.Calls("deleteSubscriptionById").ShouldBe(0);
    }

    [Fact]
    public void Another_account_of_the_application_uses_the_same_destinations()
    {
        _it.Run();
        _it.AddSecondAccount();

        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run(second: true);

        outcomes.ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);
        _it.Destinations.Count.ShouldBe(2);
        _it.Subscriptions.Count.ShouldBe(2 * Subscribing.Types.Count);
    }

    [Theory]
    [InlineData("ACCOUNT_STATUS_CHANGED", Roles.SellingPartnerInsights)]
    [InlineData("LISTINGS_ITEM_STATUS_CHANGE", Roles.Listings)]
    [InlineData("ORDER_CHANGE", Roles.Orders)]
    public void A_missing_role_is_named_and_the_other_types_are_subscribed_to(string type, string role)
    {
        _it.Account.Seller.Roles.Remove(role);

        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run();

        string sentence = outcomes
            .Single(one => one.Type == type)
            .ShouldBeOfType<SubscriptionOutcome.Refused>()
            .Sentence;
        sentence.ShouldContain(role);
        sentence.ShouldContain("Develop Apps");
        Subscribing.Subscribed(outcomes, "REPORT_PROCESSING_FINISHED").Id.ShouldNotBeEmpty();

        _it.Account.Seller.Roles.Add(role);
        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);
        _it.Subscriptions.Count.ShouldBe(Subscribing.Types.Count);
    }

    [Fact]
    public void An_account_that_is_closed_to_applications_is_said_for_each_type()
    {
        _it.Account.Seller.Blocked = true;

        _it.Run().ShouldAllBe(one => one is SubscriptionOutcome.Refused);
        _it.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void A_type_that_goes_to_another_program_is_left_there_and_said()
    {
        string theirs = _it.OthersListenTo("ORDER_CHANGE", "1.0");

        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run();

        SubscriptionOutcome.Elsewhere elsewhere = outcomes
            .Single(one => one.Type == "ORDER_CHANGE")
            .ShouldBeOfType<SubscriptionOutcome.Elsewhere>();
        elsewhere.Id.ShouldBe(theirs);
        elsewhere.Sentence.ShouldContain(Subscribing.OtherArn);
        _it.Subscriptions.Single(one => one.NotificationType == "ORDER_CHANGE").Id.ShouldBe(theirs);
    }

    [Fact]
    public void A_type_that_a_person_gave_up_elsewhere_is_replaced()
    {
        string theirs = _it.OthersListenTo("ORDER_CHANGE", "1.0");

        IReadOnlyList<SubscriptionOutcome> outcomes = _it.Run(own: [new OwnSubscription("ORDER_CHANGE", theirs)]);

        Subscribing.Subscribed(outcomes, "ORDER_CHANGE").Id.ShouldNotBe(theirs);
        _it.Subscriptions.ShouldNotContain(one => one.Id == theirs);
    }

    [Fact]
    public void Another_form_of_a_type_to_which_another_program_listens_stays_beside_ours()
    {
        string theirs = _it.OthersListenTo("ORDER_CHANGE", "2.0");

        Subscribing.Subscribed(_it.Run(), "ORDER_CHANGE").Id.ShouldNotBe(theirs);
        _it.Subscriptions.ShouldContain(one => one.Id == theirs);
    }

    [Fact]
    public void Our_own_subscription_in_an_older_form_ends_once_the_newer_stands()
    {
        string older = _it.OthersListenTo("ORDER_CHANGE", "0.9");

        Subscribing.Subscribed(_it.Run(own: [new OwnSubscription("ORDER_CHANGE", older)]), "ORDER_CHANGE");

        _it.Subscriptions.ShouldNotContain(one => one.Id == older);
    }

    [Fact]
    public void Another_queue_takes_over_what_was_ours_and_nothing_else()
    {
        IReadOnlyList<OwnSubscription> first = Subscribing.Own(_it.Run());
        QueueAddress other = QueueAddress.Of("eu-west-1", "111122223333", "moved");

        _it.Run(other).ShouldAllBe(one => one is SubscriptionOutcome.Elsewhere);
        IReadOnlyList<SubscriptionOutcome> moved = _it.Run(other, own: first);

        moved.ShouldAllBe(one => one is SubscriptionOutcome.Subscribed);
        Subscribing.Own(moved).ShouldNotContain(one => first.Contains(one));
        _it.Subscriptions.Count.ShouldBe(Subscribing.Types.Count);
    }

    [Fact]
    public void A_queue_to_which_Amazon_does_not_send_is_refused_before_anything_is_asked()
    {
        QueueAddress china = QueueAddress.Of("cn-north-1", "111122223333", "reprieve");

        Should.Throw<AmazonException>(() => _it.Run(china)).Message.ShouldContain("cn-north-1");

        _it.Account.StandIn.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void The_types_are_those_that_Reprieve_reads() =>
        Subscribing
            .Types.Select(type => (type.Type, type.Workflow))
            .ShouldBe([
                ("ACCOUNT_STATUS_CHANGED", NotificationWorkflow.Queue),
                ("LISTINGS_ITEM_ISSUES_CHANGE", NotificationWorkflow.EventBus),
                ("LISTINGS_ITEM_STATUS_CHANGE", NotificationWorkflow.EventBus),
                ("ORDER_CHANGE", NotificationWorkflow.Queue),
                ("REPORT_PROCESSING_FINISHED", NotificationWorkflow.Queue),
            ]);
}
