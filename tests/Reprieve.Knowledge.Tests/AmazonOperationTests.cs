namespace Reprieve.Knowledge.Tests;

public sealed class AmazonOperationTests
{
    [Fact]
    public void A_role_can_be_named_otherwise_for_a_type_of_notification()
    {
        using KnowledgeFolder folder = With(
            "{type: ORDER_CHANGE, payloadVersion: '1.0', workflow: queue, use: Orders, role: Mine}"
        );

        NotificationType type = KnowledgeLoader
            .Load(folder.Path)
            .AmazonOperations.Single(one => one.Code == "createSubscription")
            .Notifications.ShouldHaveSingleItem();

        type.Role.ShouldNotBeNull().In("en").ShouldBe("Mine");
        type.Workflow.ShouldBe(NotificationWorkflow.Queue);
    }

    [Theory]
    [InlineData("{type: A/B, payloadVersion: '1.0', workflow: queue, use: x}", "'A/B' is no type")]
    [InlineData("{type: '', payloadVersion: '1.0', workflow: queue, use: x}", "'' is no type")]
    [InlineData("{type: A, payloadVersion: '1.0', workflow: pigeon, use: x}", "queue, event_bus")]
    [InlineData(
        "{type: A, payloadVersion: '1.0', workflow: queue, use: x}, {type: A, payloadVersion: '2.0', workflow: queue, use: x}",
        "A is there twice"
    )]
    public void A_type_of_notification_that_cannot_be_is_a_problem(string types, string says)
    {
        using KnowledgeFolder folder = With(types);

        folder.Problems().ShouldHaveSingleItem().Message.ShouldContain(says);
    }

    private static KnowledgeFolder With(string types) =>
        new KnowledgeFolder().With(
            "amazon-operations/own.yaml",
            $"code: createSubscription\nsource: my own reading\nnotifications: [{types}]\n"
        );
}
