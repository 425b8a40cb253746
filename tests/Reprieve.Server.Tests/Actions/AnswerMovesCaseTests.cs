using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Actions;

/// <summary>What Amazon writes after a sending moves the case when it is pasted, without another click.</summary>
public sealed class AnswerMovesCaseTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private string _case = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _case = await _server.OpenSampleAsync();
        (await _server.PostAsync(_case + "/sent", ("by", "Dana Reyes"), ("sure", "yes"))).Dispose();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(
        "Thank you for your plan of action. Your Amazon.com seller account has been reactivated. You may sell again.",
        CaseStage.Reinstated,
        "reinstated"
    )]
    [InlineData(
        "We reviewed the information you provided and decided not to reinstate your Amazon.com seller account.",
        CaseStage.Denied,
        "denied"
    )]
    [InlineData(
        "We called about the appeal for your Amazon.com selling account. Please call us back within 72 hours.",
        CaseStage.Sent,
        "phone_attempt"
    )]
    public async Task A_pasted_answer_moves_the_case(string text, CaseStage stage, string outcome)
    {
        (await _server.PostAsync(_case + "/text", ("text", $"Hello,\n\n{text}\n\nSeller Performance Team"))).Dispose();

        using Asking program = await Asking.OfMachineAsync(_server);
        JsonElement decision = await program.JsonAsync("GET", $"/api/v1{_case}/decision");
        decision.GetProperty("outcome").GetString().ShouldBe(outcome);
        decision.GetProperty("next").GetArrayLength().ShouldBeGreaterThan(0);
        Reprieve.Cases.Case record = (
            await _server.Store.FindAsync(new CaseId(Guid.Parse(_case["/cases/".Length..])), Cancel)
        )!.Record;
        record.Stage.ShouldBe(stage);
        (record.Rounds.ShouldHaveSingleItem().Answer is not null).ShouldBe(stage != CaseStage.Sent);
    }

    [Fact]
    public async Task Until_then_the_page_says_how_long_to_wait() =>
        (await _server.PageAsync(_case + "/decision")).ShouldContain("business days after sending");
}
