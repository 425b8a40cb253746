using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class SubscriptionUndoTests : IDisposable
{
    private readonly Subscribing _it = new();

    public void Dispose() => _it.Dispose();

    [Fact]
    public void Our_subscriptions_end_and_those_of_others_stay()
    {
        string theirs = _it.OthersListenTo("ORDER_CHANGE", "1.0");
        IReadOnlyList<OwnSubscription> own = Subscribing.Own(_it.Run());

        _it.Undo(own).ShouldBeEmpty();

        _it.Subscriptions.ShouldHaveSingleItem().Id.ShouldBe(theirs);
        _it.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_gone_already_is_no_fault()
    {
        IReadOnlyList<OwnSubscription> own = Subscribing.Own(_it.Run());
        _it.Undo(own);

        _it.Undo(own).ShouldBeEmpty();
    }

    [Fact]
    public void A_subscription_that_nobody_wrote_down_ends_too()
    {
        _it.Run();

        _it.Undo([]).ShouldBeEmpty();

        _it.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void A_role_that_was_taken_away_does_not_keep_the_others_from_being_found()
    {
        _it.Run();
        _it.RefuseOnce("getSubscription");

        _it.Undo([]).ShouldBeEmpty();

        _it.Subscriptions.ShouldHaveSingleItem().NotificationType.ShouldBe("ACCOUNT_STATUS_CHANGED");
    }

    [Fact]
    public void A_withdrawn_authorization_does_not_keep_them_alive()
    {
        IReadOnlyList<OwnSubscription> own = Subscribing.Own(_it.Run());
        _it.Account.Seller.RefreshTokens.Clear();

        _it.Undo(own).ShouldBeEmpty();

        _it.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_that_is_lost_is_asked_for_again()
    {
        IReadOnlyList<OwnSubscription> own = Subscribing.Own(_it.Run());
        _it.Account.StandIn.Faults.Order(Fault.CutAfter, "deleteSubscriptionById", times: 2);

        _it.Undo(own).ShouldBeEmpty();

        _it.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void What_Amazon_does_not_let_end_is_told_and_the_others_end()
    {
        IReadOnlyList<OwnSubscription> own = Subscribing.Own(_it.Run());
        _it.RefuseOnce("deleteSubscriptionById");

        SubscriptionOutcome.Refused left = _it.Undo(own).ShouldHaveSingleItem();

        left.Type.ShouldBe("ACCOUNT_STATUS_CHANGED");
        left.Sentence.ShouldContain("deleteSubscriptionById");
        _it.Subscriptions.ShouldHaveSingleItem().NotificationType.ShouldBe("ACCOUNT_STATUS_CHANGED");
    }
}
