using Reprieve.Cases;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Tests.Desk;

public sealed class ApprovalTests
{
    [Fact]
    public void Nothing_is_wanted_until_somebody_asks_for_it()
    {
        Approval approval = Of();

        approval.IsWanted.ShouldBeFalse();
        approval.MaySend("Dana").ShouldBeTrue();
    }

    [Fact]
    public void What_was_asked_for_can_be_waived() =>
        Of(("Dana", Approval.Wanted, ""), ("Dana", Approval.Waived, "")).IsWanted.ShouldBeFalse();

    [Fact]
    public void An_approval_is_of_one_text()
    {
        Of(("Dana", Approval.Wanted, ""), ("Lin", Approval.Approved, "b")).MaySend("Dana").ShouldBeFalse();
        Of(("Dana", Approval.Wanted, ""), ("Lin", Approval.Approved, "a")).MaySend("Dana").ShouldBeTrue();
    }

    [Fact]
    public void Who_writes_after_approving_has_approved_nothing()
    {
        Approval approval = Of(
            ("Dana", Approval.Wanted, ""),
            ("Dana", "text_edited", ""),
            ("Lin", Approval.Approved, "a"),
            ("Lin", "answers_given", "")
        );

        approval.Given.ShouldBeNull();
        approval.Author.ShouldBe("Lin");
    }

    [Theory]
    [InlineData("Dana", false)]
    [InlineData(" dana ", false)]
    [InlineData("", false)]
    [InlineData("Lin", true)]
    public void Only_somebody_else_than_the_writer_may_approve(string who, bool may) =>
        Of(("Dana", "text_edited", "")).MayApprove(who).ShouldBe(may);

    [Fact]
    public void Where_nobody_wrote_the_one_who_sends_is_not_the_one_who_approves()
    {
        Approval approval = Of(("Dana", Approval.Wanted, ""), ("Dana", Approval.Approved, "a"));

        approval.MaySend("Dana").ShouldBeFalse();
        approval.MaySend("Lin").ShouldBeTrue();
    }

    /// <summary>How the approval of text "a" stands after some entries.</summary>
    private static Approval Of(params (string Who, string What, string Text)[] entries)
    {
        List<TimelineEntry> timeline = [];
        foreach ((string who, string what, string text) in entries)
        {
            timeline.Add(
                Timeline.Next(
                    timeline.LastOrDefault(),
                    TimeProvider.System,
                    who,
                    what,
                    text.Length > 0 ? new Dictionary<string, string> { ["text"] = text } : null
                )
            );
        }

        return Approval.Of(timeline, "a");
    }
}
