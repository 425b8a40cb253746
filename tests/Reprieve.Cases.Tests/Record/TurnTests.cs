namespace Reprieve.Cases.Tests.Record;

public sealed class TurnTests
{
    [Theory]
    [InlineData(CaseStage.Preparing, 3, Turn.Client)]
    [InlineData(CaseStage.Preparing, 0, Turn.Us)]
    [InlineData(CaseStage.Ready, 0, Turn.Us)]
    [InlineData(CaseStage.Ready, 2, Turn.Us)]
    [InlineData(CaseStage.Sent, 2, Turn.Amazon)]
    [InlineData(CaseStage.MoreInformation, 1, Turn.Client)]
    [InlineData(CaseStage.MoreInformation, 0, Turn.Us)]
    [InlineData(CaseStage.Denied, 0, Turn.Us)]
    [InlineData(CaseStage.DeniedFinal, 1, Turn.Nobody)]
    [InlineData(CaseStage.Reinstated, 0, Turn.Nobody)]
    [InlineData(CaseStage.NotAmazon, 5, Turn.Nobody)]
    [InlineData(CaseStage.NothingToSend, 0, Turn.Nobody)]
    public void Whose_turn_it_is_follows_from_the_stage_and_the_open_questions(
        CaseStage stage,
        int questions,
        Turn turn
    ) =>
        new CaseSummary { Questions = questions }
            .TurnAt(stage)
            .ShouldBe(turn);
}
