using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Routes;

public class RouteFinderTests
{
    [Theory]
    [InlineData(RouteChannel.AccountHealth, "account_health")]
    [InlineData(RouteChannel.PerformanceNotifications, "performance_notifications")]
    [InlineData(RouteChannel.Reply, "reply_to_message")]
    public void The_notice_decides(RouteChannel channel, string route) => Find(channel).Code.ShouldBe(route);

    [Theory]
    [InlineData(RouteChannel.Unknown)]
    [InlineData(RouteChannel.Other)]
    [InlineData(RouteChannel.Email)]
    public void A_notice_that_names_no_way_we_know_goes_through_account_health(RouteChannel channel) =>
        Find(channel).Code.ShouldBe("account_health");

    [Theory]
    [InlineData(NoticeKind.ListingRemoval, RouteChannel.AccountHealth, "listing_appeal")]
    [InlineData(NoticeKind.PolicyWarning, RouteChannel.Unknown, "listing_appeal")]
    [InlineData(NoticeKind.VerificationRequest, RouteChannel.Unknown, "verification_upload")]
    [InlineData(NoticeKind.AppealMoreInfo, RouteChannel.AccountHealth, "account_health_view_appeal")]
    [InlineData(NoticeKind.FundsHold, RouteChannel.Unknown, "funds_mailbox")]
    [InlineData(NoticeKind.ListingRemoval, RouteChannel.Email, "listing_appeal")]
    [InlineData(NoticeKind.ListingRemoval, RouteChannel.PerformanceNotifications, "performance_notifications")]
    public void The_kind_of_message_makes_the_way_exact(NoticeKind kind, RouteChannel channel, string route) =>
        RouteFinder.Find(Notice(channel) with { Kind = kind }, TestCase.Knowledge).Code.ShouldBe(route);

    [Fact]
    public void An_infringement_complaint_has_a_way_of_its_own()
    {
        Diagnosis notice = Notice(RouteChannel.AccountHealth) with
        {
            Kind = NoticeKind.ListingRemoval,
            Reasons = [new StatedReason("ip_trademark", 0.9, [])],
        };
        RouteFinder.Find(notice, TestCase.Knowledge).Code.ShouldBe("ip_complaint_appeal");
    }

    [Fact]
    public void A_mailbox_of_knowledge_is_used_whoever_wrote_its_case()
    {
        Diagnosis notice = Mail("Seller-Performance@Amazon.com", AuthenticityVerdict.Unverifiable);
        Route route = RouteFinder.Find(notice, TestCase.Knowledge);
        route.Code.ShouldBe("seller_performance_mailbox");
        RouteFinder.Address(route, notice).ShouldBe("seller-performance@amazon.com");
        RouteFinder.NamedByTheMailOnly(notice, TestCase.Knowledge).ShouldBeNull();
    }

    [Theory]
    [InlineData(AuthenticityVerdict.Unverifiable, "account_health", null)]
    [InlineData(AuthenticityVerdict.Genuine, "named_mailbox", "team-7@amazon.example")]
    public void An_address_that_only_the_mail_names_is_used_when_the_mail_is_proven(
        AuthenticityVerdict verdict,
        string code,
        string? address
    )
    {
        Diagnosis notice = Mail("team-7@amazon.example", verdict);
        Route route = RouteFinder.Find(notice, TestCase.Knowledge);
        route.Code.ShouldBe(code);
        RouteFinder.Address(route, notice).ShouldBe(address);
        RouteFinder.NamedByTheMailOnly(notice, TestCase.Knowledge).ShouldBe("team-7@amazon.example");
    }

    [Fact]
    public void The_rights_owners_mailbox_is_never_the_sellers_way()
    {
        Diagnosis notice = Mail("notice-retraction@amazon.com", AuthenticityVerdict.Genuine);
        RouteFinder.Find(notice, TestCase.Knowledge).For.ShouldBe(RouteUser.Seller);
        RouteFinder.Find(notice, TestCase.Knowledge).Code.ShouldBe("account_health");
    }

    [Fact]
    public void Knowledge_without_any_way_is_told_in_words()
    {
        AppealException fault = Should.Throw<AppealException>(() =>
            RouteFinder.Find(Diagnoses.LateShipment, new KnowledgeBase())
        );
        fault.Message.ShouldContain("--knowledge");
    }

    private static Route Find(RouteChannel channel) => RouteFinder.Find(Notice(channel), TestCase.Knowledge);

    private static Diagnosis Notice(RouteChannel channel) =>
        Diagnoses.LateShipment with
        {
            Route = new StatedRoute(channel, null, null),
        };

    private static Diagnosis Mail(string address, AuthenticityVerdict verdict) =>
        Diagnoses.LateShipment with
        {
            Route = new StatedRoute(RouteChannel.Email, address, null),
            Authenticity = new Authenticity(verdict, []),
        };
}
