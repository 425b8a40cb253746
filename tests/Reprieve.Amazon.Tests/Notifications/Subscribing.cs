using System.Net;
using System.Text;
using Reprieve.Amazon.Notifications;
using Reprieve.Amazon.Operations;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.Notifications;

/// <summary>An account at the stand-in whose notifications are subscribed to; every call is held against Amazon's model.</summary>
internal sealed class Subscribing : IDisposable
{
    public const string OtherArn = "arn:aws:sqs:us-east-1:444455556666:others";

    public static readonly QueueAddress Queue = QueueAddress.Of("us-east-1", "111122223333", "reprieve");

    public static readonly IReadOnlyList<NotificationType> Types = SubscriptionSetUp.Types(KnowledgeLoader.BuiltIn);

    private const string SecondToken = "refresh-2";

    private readonly OddAnswers _odd;
    private readonly ModelCheck _check;

    public Subscribing()
    {
        _odd = new OddAnswers(Account.StandIn.Handler);
        _check = new ModelCheck(AmazonModels.Shared, _odd);
    }

    public AccountUnderTest Account { get; } = new();

    /// <summary>Ends what is going on.</summary>
    public CancellationToken Stop { get; set; } = TestContext.Current.CancellationToken;

    public IReadOnlyList<string> Violations => _check.Violations;

    public IReadOnlyList<NotificationDestination> Destinations => Account.StandIn.Destinations;

    public IReadOnlyList<NotificationSubscription> Subscriptions => Account.StandIn.Subscriptions;

    public int Made => Calls("createDestination") + Calls("createSubscription");

    public int Calls(string operation) => Account.StandIn.Calls.Count(call => call.Operation == operation);

    /// <summary>Sets up as a process that was just started does.</summary>
    public IReadOnlyList<SubscriptionOutcome> Run(
        QueueAddress? queue = null,
        IReadOnlyList<OwnSubscription>? own = null,
        bool second = false
    )
    {
        AmazonConnection connection = second
            ? AccountUnderTest.Connection with
            {
                RefreshToken = SecondToken,
            }
            : AccountUnderTest.Connection;
        return Await(() => SubscriptionSetUp.RunAsync(Open(connection), queue ?? Queue, Types, own ?? [], Stop));
    }

    public IReadOnlyList<SubscriptionOutcome.Refused> Undo(IReadOnlyList<OwnSubscription> own) =>
        Await(() => SubscriptionSetUp.UndoAsync(Open(), Queue, Types, own, Stop));

    /// <summary>Again and again, as long as it may pass by itself.</summary>
    public void RunUntilDone() => UntilDone(() => Run().ShouldAllBe(one => one is SubscriptionOutcome.Subscribed));

    /// <inheritdoc cref="RunUntilDone"/>
    public void UndoUntilDone() => UntilDone(() => Undo([]).ShouldBeEmpty());

    /// <summary>Another program of the seller's subscribes; its id.</summary>
    public string OthersListenTo(string type, string version) =>
        Await(async () =>
        {
            AmazonAccount account = Open();
            Destination there = await Operations.Subscriptions.CreateDestinationAsync(
                account,
                To("others", OtherArn),
                Stop
            );
            NotificationType wanted = Types.Single(one => one.Type == type) with { PayloadVersion = version };
            Subscription made = await Operations.Subscriptions.CreateAsync(account, wanted, there.DestinationId!, Stop);
            return made.SubscriptionId!;
        });

    /// <summary>Another program of the seller's has a destination of this name.</summary>
    public void TakeName(string name) =>
        Await(() => Operations.Subscriptions.CreateDestinationAsync(Open(), To(name, OtherArn), Stop));

    public void AddSecondAccount() =>
        Account.StandIn.AddAccount(
            new SellerAccount
            {
                SellerId = "A2SELLER",
                RefreshTokens = [SecondToken],
                Region = "NA",
                Marketplaces = [new Participation("ATVPDKIKX0DER", "Second store")],
            }
        );

    /// <summary>The next look does not show what is there.</summary>
    public void HideOnce(string operation) =>
        _odd.Next = (
            operation,
            operation == "getDestinations"
                ? (HttpStatusCode.OK, """{"payload":[]}""")
                : (HttpStatusCode.NotFound, """{"errors":[{"code":"NotFound","message":"None."}]}""")
        );

    /// <summary>The next such call is denied.</summary>
    public void RefuseOnce(string operation) =>
        _odd.Next = (
            operation,
            (HttpStatusCode.Forbidden, """{"errors":[{"code":"Unauthorized","message":"Denied."}]}""")
        );

    /// <summary>All is there, nothing twice, and no call was other than Amazon's model says.</summary>
    public void ShouldBeWhole()
    {
        Destinations.Count.ShouldBe(2);
        Subscriptions
            .Select(one => one.NotificationType)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Types.Select(type => type.Type));
        Violations.ShouldBeEmpty();
    }

    public static SubscriptionOutcome.Subscribed Subscribed(IEnumerable<SubscriptionOutcome> outcomes, string type) =>
        outcomes.Single(one => one.Type == type).ShouldBeOfType<SubscriptionOutcome.Subscribed>();

    public static IReadOnlyList<OwnSubscription> Own(IEnumerable<SubscriptionOutcome> outcomes) =>
        [.. outcomes.OfType<SubscriptionOutcome.Subscribed>().Select(one => new OwnSubscription(one.Type, one.Id))];

    public void Dispose()
    {
        _check.Dispose();
        Account.Dispose();
    }

    private AmazonAccount Open(AmazonConnection? connection = null) => Account.Open(connection, _check);

    private T Await<T>(Func<Task<T>> deed)
    {
        T? result = default;
        Account.Time.Run(async () => result = await deed());
        return result!;
    }

    private static void UntilDone(Action deed)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                deed();
                return;
            }
            catch (AmazonException fault) when (fault.Passes && tries < 20)
            {
                // The next process goes on.
            }
        }
    }

    private static DestinationOrder To(string name, string arn) =>
        new(name, new DestinationResource(new SqsResource(arn), null));

    /// <summary>Answers one call in place of the stand-in.</summary>
    private sealed class OddAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public (string Operation, (HttpStatusCode Status, string Body) Answer)? Next { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            if (Next is not { } next || next.Operation != NameOf(request))
            {
                return base.SendAsync(request, cancel);
            }

            Next = null;
            return Task.FromResult(
                new HttpResponseMessage(next.Answer.Status)
                {
                    Content = new StringContent(next.Answer.Body, Encoding.UTF8, "application/json"),
                }
            );
        }

        private static string? NameOf(HttpRequestMessage request) =>
            (request.Method.Method, request.RequestUri!.AbsolutePath.Split('/')) switch
            {
                ("GET", [_, _, _, "destinations"]) => "getDestinations",
                ("GET", [_, _, _, "subscriptions", _]) => "getSubscription",
                ("DELETE", [_, _, _, "subscriptions", _, _]) => "deleteSubscriptionById",
                _ => null,
            };
    }
}
