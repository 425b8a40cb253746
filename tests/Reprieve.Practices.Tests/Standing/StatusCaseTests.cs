using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed class StatusCaseTests
{
    [Theory]
    [InlineData("NORMAL", "AT_RISK", StatusStep.Open)]
    [InlineData("NORMAL", "DEACTIVATED", StatusStep.Open)]
    [InlineData("NORMAL", "SUSPENDED", StatusStep.Open)]
    [InlineData("AT_RISK", "DEACTIVATED", StatusStep.Open)]
    [InlineData("AT_RISK", "NORMAL", StatusStep.Move)]
    [InlineData("DEACTIVATED", "NORMAL", StatusStep.Move)]
    [InlineData("SUSPENDED", "normal", StatusStep.Move)]
    [InlineData("DEACTIVATED", "AT_RISK", StatusStep.Nothing)]
    [InlineData("NORMAL", "NORMAL", StatusStep.Nothing)]
    [InlineData("AT_RISK", "AT_RISK", StatusStep.Nothing)]
    [InlineData("DEACTIVATED", "SUSPENDED", StatusStep.Nothing)]
    [InlineData("NORMAL", "WARNING", StatusStep.Nothing)]
    [InlineData("DEACTIVATED", null, StatusStep.Nothing)]
    [InlineData("WARNING", "AT_RISK", StatusStep.Open)]
    [InlineData("WARNING", "NORMAL", StatusStep.Nothing)]
    public void A_change_of_status_decides(string? before, string? after, StatusStep step) =>
        StatusCase.Decide(Ago(1, before), Ago(0, after)).Step.ShouldBe(step);

    [Theory]
    [InlineData("NORMAL", StatusStep.Nothing)]
    [InlineData("AT_RISK", StatusStep.Open)]
    [InlineData("DEACTIVATED", StatusStep.Open)]
    [InlineData("SUSPENDED", StatusStep.Open)]
    [InlineData("LIMITED", StatusStep.Nothing)]
    [InlineData(null, StatusStep.Nothing)]
    public void The_first_snapshot_decides_by_itself(string? status, StatusStep step)
    {
        StatusCase.Decide(null, Ago(0, status)).Step.ShouldBe(step);
        StatusCase.Decide(History(Ago(0, status))).ShouldNotBeNull().Step.ShouldBe(step);
    }

    [Fact]
    public void What_is_decided_is_said()
    {
        StatusCase opened = StatusCase.Decide(Ago(1), Ago(0, "SUSPENDED"));
        (opened.From, opened.To).ShouldBe((AccountStatus.Active, AccountStatus.Deactivated));
        opened.Text.ShouldBe("The account is deactivated (normal before). A case is opened; it needs Amazon's notice.");
        StatusCase
            .Decide(Ago(1, "AT_RISK"), Ago(0))
            .Text.ShouldBe("The account is normal again (at risk before). Its case moves on.");
        StatusCase.Decide(Ago(1), Ago(0, "LIMITED")).Text.ShouldContain("\"LIMITED\", is not known here");
        StatusCase.Decide(Ago(1), Ago(0, null)).Text.ShouldContain("does not say");
    }

    [Fact]
    public void A_word_that_is_not_known_in_between_opens_no_second_case()
    {
        StatusCase
            .Decide(History(Ago(2, "AT_RISK"), Ago(1, "LIMITED"), Ago(0, "AT_RISK")))!
            .Step.ShouldBe(StatusStep.Nothing);
        StatusCase.Decide(History(Ago(2, "AT_RISK"), Ago(1, null), Ago(0)))!.Step.ShouldBe(StatusStep.Move);
        StatusCase.Decide(History()).ShouldBeNull();
    }
}
