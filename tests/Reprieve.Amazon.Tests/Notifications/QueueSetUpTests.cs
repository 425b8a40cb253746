using System.Text.Json.Nodes;
using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class QueueSetUpTests : IDisposable
{
    private const string Principal = "999988887777";

    private readonly Watched _watched = new();

    public void Dispose() => _watched.Dispose();

    [Fact]
    public async Task A_new_queue_keeps_messages_for_two_weeks_and_lets_Amazon_send()
    {
        QueueAddress made = await MakeAsync("reprieve");

        made.Arn.ShouldBe($"arn:aws:sqs:eu-west-1:{QueueStandIn.Account}:reprieve");
        _watched.Service.Attribute(made.Url, "MessageRetentionPeriod").ShouldBe("1209600");
        _watched.Service.Attribute(made.Url, "VisibilityTimeout").ShouldBe("120");
        _watched.Service.Lets(made.Arn, Principal, "sqs:SendMessage").ShouldBeTrue();
        _watched.Service.Lets(made.Arn, Principal, "sqs:GetQueueAttributes").ShouldBeTrue();
        _watched.Service.Lets(made.Arn, Principal, "sqs:ReceiveMessage").ShouldBeFalse();
        _watched.Service.Lets(made.Arn, "111111111111", "sqs:SendMessage").ShouldBeFalse();
    }

    [Fact]
    public async Task Setting_up_again_changes_nothing()
    {
        QueueAddress first = await MakeAsync("reprieve");
        string? policy = _watched.Service.Attribute(first.Url, "Policy");

        QueueAddress second = await MakeAsync("reprieve");

        second.ShouldBe(first);
        policy.ShouldNotBeNull();
        _watched.Service.Attribute(first.Url, "Policy").ShouldBe(policy);
        _watched.Service.Calls.Count(call => call == "CreateQueue").ShouldBe(1);
    }

    [Fact]
    public async Task What_others_may_do_with_a_queue_stays()
    {
        QueueAddress queue = QueueAddress.Parse(_watched.Url);
        string others = $$$"""
            {"Version":"2008-10-17","Statement":{"Sid":"other","Effect":"Allow","Principal":{"AWS":"222222222222"},
             "Action":"sqs:ReceiveMessage","Resource":"{{{queue.Arn}}}"} }
            """;

        string policy = QueuePolicy.ForAmazon(queue, Principal, others);

        JsonArray statements = JsonNode.Parse(policy)!["Statement"].ShouldBeOfType<JsonArray>();
        statements.Select(one => (string?)one!["Sid"]).ShouldBe(["other", "AmazonSendsNotifications"]);
        QueuePolicy.ForAmazon(queue, Principal, policy).ShouldBe(policy);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"Version":"1","Version":"2"}""")]
    public void A_policy_that_cannot_be_read_is_not_overwritten(string existing)
    {
        Should.Throw<AmazonException>(() =>
            QueuePolicy.ForAmazon(QueueAddress.Parse(_watched.Url), Principal, existing)
        );
    }

    [Theory]
    [InlineData("eu-west-1", "")]
    [InlineData("eu-west-1", "a b")]
    [InlineData("eu-west-1", "q.fifo")]
    [InlineData("example.com/", "reprieve")]
    public async Task Names_that_none_can_have_are_refused_before_anything_is_asked(string region, string name)
    {
        await Should.ThrowAsync<AmazonException>(() => MakeAsync(name, region));

        _watched.Service.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_right_is_said()
    {
        _watched.Service.Order = operation =>
            operation == "CreateQueue" ? new QueueFault.Refused(403, "AccessDenied", "may not sqs:CreateQueue") : null;

        AmazonException fault = await Should.ThrowAsync<AmazonException>(() => MakeAsync("reprieve"));

        fault.Message.ShouldContain("sqs:CreateQueue");
    }

    [Fact]
    public void The_steps_by_hand_have_what_is_to_be_pasted()
    {
        QueueAddress queue = QueueAddress.Of("eu-west-1", "111122223333", "reprieve");

        string steps = string.Join('\n', QueueSetUp.ByHand(queue, Principal).Select(step => step.Text + step.Paste));

        steps.ShouldContain(QueuePolicy.ForAmazon(queue, Principal));
        steps.ShouldContain(QueuePolicy.ForReprieve(queue));
        steps.ShouldContain(queue.Arn);
    }

    [Fact]
    public void The_key_of_who_makes_the_queue_may_do_so_under_its_name_alone()
    {
        string steps = string.Join(
            '\n',
            QueueSetUp.ByReprieve("eu-west-1", "reprieve-1").Select(step => step.Text + step.Paste)
        );

        JsonNode policy = JsonNode.Parse(QueuePolicy.ForMaking("eu-west-1", "reprieve-1"))!;
        steps.ShouldContain(QueuePolicy.ForMaking("eu-west-1", "reprieve-1"));
        JsonNode statement = policy["Statement"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)statement["Resource"]).ShouldBe("arn:aws:sqs:eu-west-1:*:reprieve-1");
        string[] actions = [.. statement["Action"]!.AsArray().Select(one => (string)one!)];
        actions.ShouldContain("sqs:CreateQueue");
        actions.ShouldContain("sqs:ReceiveMessage");
        actions.ShouldNotContain("sqs:DeleteQueue");
    }

    private Task<QueueAddress> MakeAsync(string name, string region = "eu-west-1") =>
        _watched.On(
            QueueSetUp.MakeAsync(
                region,
                name,
                Watched.Key,
                Principal,
                _watched.Clock,
                _watched.Service,
                CancellationToken.None
            )
        );
}
