using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Evidence;

namespace Reprieve.Wording.Tests;

public sealed class PlanSmootherTests
{
    private const string First = "We received 3 orders on May 4, 2026.";
    private const string Second = "The orders were late because the carrier came late.";

    [Fact]
    public async Task Good_wordings_are_taken_and_ours_stays_in_the_ledger()
    {
        using var endpoint = ModelStandIn.Wording(
            (i, text) => i == 1 ? "Because the carrier came late, the orders were late." : text
        );

        SmoothedResponse smoothed = await Ask(endpoint);

        smoothed.Taken.ShouldBe(1);
        smoothed.Response.Text.ShouldBe(
            $"Root cause\n{First} Because the carrier came late, the orders were late.\nEnd\n"
        );
        smoothed.Response.Sentences[2].Ours.ShouldBe(Second);
        smoothed.Response.Sentences[1].Ours.ShouldBeNull();
        foreach (LedgerSentence sentence in smoothed.Response.Sentences)
        {
            smoothed.Response.Text.Substring(sentence.Start, sentence.Length).ShouldBe(sentence.Text);
        }
    }

    [Fact]
    public async Task Only_sentences_and_the_facts_they_rest_on_are_sent()
    {
        using var endpoint = ModelStandIn.Wording((_, text) => text);

        SmoothedResponse smoothed = await Ask(endpoint);

        string request = endpoint.Requests.ShouldHaveSingleItem();
        request.ShouldContain("We received 3 orders");
        request.ShouldNotContain("Secret");
        request.ShouldNotContain("End");
        smoothed.Exchange!.Sent.ShouldContain("We received 3 orders");
        smoothed.Exchange.ToLine().ShouldStartWith(ModelExchange.LineStart);
        smoothed.Exchange.ToLine().ShouldNotContain("\n");
        System
            .Text.Json.JsonDocument.Parse(smoothed.Exchange.ToLine())
            .RootElement.GetProperty("purpose")
            .GetString()
            .ShouldBe("smooth");
    }

    [Fact]
    public async Task What_a_model_invents_is_left_out_sentence_by_sentence()
    {
        using var endpoint = ModelStandIn.Wording(
            (i, text) => i == 0 ? text.Replace("3 orders", "2 orders", StringComparison.Ordinal) : text
        );

        SmoothedResponse smoothed = await Ask(endpoint);

        smoothed.Response.Text.ShouldBe(Response().Text);
        smoothed.Exchange!.Sentences[0].Objection.ShouldNotBeNull();
        smoothed.Exchange.Sentences[1].Objection.ShouldBeNull();
    }

    [Theory]
    [InlineData("I cannot help with that.")]
    [InlineData("{\"sentences\":\"none\"}")]
    [InlineData("{\"sentences\":[{\"id\":\"x\"}]}")]
    [InlineData("}{")]
    [InlineData("")]
    [InlineData("{\"sentences\":[{\"id\":99,\"text\":\"We did nothing wrong.\"},{\"id\":0}]}")]
    public async Task A_reply_of_another_form_changes_nothing(string reply)
    {
        using var endpoint = ModelStandIn.Saying(_ => reply);

        SmoothedResponse smoothed = await Ask(endpoint);

        smoothed.Response.Text.ShouldBe(Response().Text);
        smoothed.Taken.ShouldBe(0);
    }

    [Fact]
    public async Task A_reply_in_a_fence_is_read()
    {
        using var endpoint = ModelStandIn.Saying(_ =>
            "```json\n{\"sentences\":[{\"id\":1,\"text\":\"Because the carrier came late, the orders were late.\"}]}\n```"
        );

        (await Ask(endpoint)).Taken.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(401, "{\"error\":{\"message\":\"no key\"}}")]
    [InlineData(302, "")]
    [InlineData(200, "<html>sign in</html>")]
    [InlineData(200, "{\"choices\":[]}")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    public async Task A_broken_endpoint_changes_nothing_and_is_said(int status, string body)
    {
        using var endpoint = ModelStandIn.Replying(status, body);

        SmoothedResponse smoothed = await Ask(endpoint);

        smoothed.Response.Text.ShouldBe(Response().Text);
        smoothed.Exchange!.Fault.ShouldNotBeNull();
        endpoint.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_flood_is_cut_off()
    {
        using var endpoint = ModelStandIn.Flooding();

        (await Ask(endpoint)).Exchange!.Fault!.ShouldContain("1 MB");
    }

    [Fact]
    public async Task Silence_ends_with_the_time_that_was_set()
    {
        using var endpoint = ModelStandIn.Silent();

        SmoothedResponse smoothed = await Ask(
            endpoint,
            endpoint.Settings with
            {
                Timeout = TimeSpan.FromMilliseconds(200),
            }
        );

        smoothed.Exchange!.Fault!.ShouldContain("did not answer");
    }

    [Fact]
    public async Task Nobody_there_is_said()
    {
        ModelSettings gone;
        using (var endpoint = ModelStandIn.Silent())
        {
            gone = endpoint.Settings;
        }

        using var connection = new ModelConnection(gone);
        SmoothedResponse smoothed = await Smoother(connection)
            .Smooth(Response(), TestContext.Current.CancellationToken);
        smoothed.Exchange!.Fault!.ShouldContain("could not be asked");
    }

    [Fact]
    public async Task A_person_can_stop_it()
    {
        using var endpoint = ModelStandIn.Silent();
        using var connection = new ModelConnection(endpoint.Settings);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Smoother(connection).Smooth(Response(), new CancellationToken(canceled: true))
        );
    }

    [Theory]
    [InlineData("our packer Aqiang since 2024", "our packer Aqiang since 2024")]
    [InlineData("our packer Aqiang", null)]
    [InlineData("our packer Aqiang since 2024\nand more", null)]
    public async Task A_translation_is_proposed_only_with_the_same_figures(string theirs, string? proposal)
    {
        using var endpoint = ModelStandIn.Wording((_, _) => theirs);
        using var connection = new ModelConnection(endpoint.Settings);
        Question ask = KnowledgeLoader.BuiltIn.Playbooks.SelectMany(p => p.Questions).First();

        (string? proposed, ModelExchange exchange) = await new AnswerTranslator(
            connection,
            new FakeTimeProvider()
        ).Propose(ask, "打包员阿强，2024年起", "en", TestContext.Current.CancellationToken);

        proposed.ShouldBe(proposal);
        exchange.Purpose.ShouldBe("translate");
    }

    private static Task<SmoothedResponse> Ask(ModelStandIn endpoint) => Ask(endpoint, endpoint.Settings);

    private static async Task<SmoothedResponse> Ask(ModelStandIn endpoint, ModelSettings settings)
    {
        using var connection = new ModelConnection(settings);
        _ = endpoint;
        return await Smoother(connection).Smooth(Response(), TestContext.Current.CancellationToken);
    }

    private static PlanSmoother Smoother(ModelConnection connection) =>
        new(KnowledgeLoader.BuiltIn, connection, new FakeTimeProvider());

    private static PlanOfAction Response()
    {
        string text = $"Root cause\n{First} {Second}\nEnd\n";
        var source = new FactSource { Origin = FactOrigin.Statement };
        return new PlanOfAction
        {
            Mode = ResponseMode.Plan,
            Language = "en",
            Questions = [],
            Papers = [],
            Attachments = [],
            Text = text,
            Facts = [new Fact("a", "3", "3", source), new Fact("b", "Secret", "Secret", source)],
            Sentences =
            [
                At("heading", "Root cause", []),
                At("p.first", First, ["a"]),
                At("p.second", Second, ["a"]),
                At("own", "End", []),
            ],
        };

        LedgerSentence At(string id, string sentence, string[] facts) =>
            new(id, sentence, facts, null, null, text.IndexOf(sentence, StringComparison.Ordinal), sentence.Length);
    }
}
