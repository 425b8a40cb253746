using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class QueueClientTests : IDisposable
{
    private readonly Watched _watched = new();

    public void Dispose() => _watched.Dispose();

    [Fact]
    public async Task A_secret_that_does_not_fit_is_told_from_a_key_that_is_not_known()
    {
        _watched.Service.Keys["AKIDEXAMPLE"] = new StandInKey("another");
        QueueException secret = await FaultAsync();
        _watched.Service.Keys.Clear();
        QueueException key = await FaultAsync();

        secret.NeedsPerson.ShouldBeTrue();
        key.NeedsPerson.ShouldBeTrue();
        secret.Message.ShouldContain("AKIDEXAMPLE");
        secret.Message.ShouldNotBe(key.Message);
    }

    [Fact]
    public async Task The_token_of_a_session_is_sent_and_signed()
    {
        _watched.Service.Keys["AKIDEXAMPLE"] = new StandInKey(Watched.Key.Secret, "session-1");
        using QueueClient with = Client(Watched.Key with { SessionToken = "session-1" });
        using QueueClient without = Client(Watched.Key);

        (await ReceiveAsync(with)).Messages.ShouldBeEmpty();
        await Should.ThrowAsync<QueueException>(() => ReceiveAsync(without));
    }

    [Fact]
    public async Task A_queue_that_is_gone_is_said_with_its_region()
    {
        _watched.Service.Remove(_watched.Url);

        QueueException fault = await FaultAsync();

        fault.NeedsPerson.ShouldBeTrue();
        fault.Message.ShouldContain("eu-west-1");
    }

    [Theory]
    [InlineData(
        403,
        "InvalidSignatureException",
        "Signature expired: 20260901T000000Z is now earlier",
        "Queue_Clock",
        true
    )]
    [InlineData(403, "RequestTimeTooSkewed", "too large", "Queue_Clock", true)]
    [InlineData(
        403,
        "InvalidSignatureException",
        "Credential should be scoped to a valid region",
        "Queue_Region",
        true
    )]
    [InlineData(403, "AccessDeniedException", "no identity-based policy", "Queue_No_Right", true)]
    [InlineData(403, "AccessDenied", "no identity-based policy", "Queue_No_Right", true)]
    [InlineData(403, "ExpiredTokenException", "expired", "Queue_Session_Over", true)]
    [InlineData(400, "KmsAccessDenied", "kms", "Queue_Kms", true)]
    [InlineData(400, "RequestThrottled", "slow down", "Queue_Throttled", false)]
    [InlineData(400, "OverLimit", "120000", "Queue_Throttled", false)]
    [InlineData(429, "Whatever", "slow down", "Queue_Throttled", false)]
    [InlineData(500, "InternalFailure", "oops", "Queue_Service", false)]
    [InlineData(503, "ServiceUnavailable", "oops", "Queue_Service", false)]
    [InlineData(400, "SomethingNew", "what", "Queue_Refused", true)]
    public async Task Each_refusal_says_what_to_do(int status, string code, string message, string text, bool person)
    {
        _watched.Service.Order = _ => new QueueFault.Refused(status, code, message);

        QueueException fault = await FaultAsync();

        fault.NeedsPerson.ShouldBe(person, fault.Message);
        string form = Say.Texts.Get(text, "\u0001", "\u0001");
        foreach (string part in form.Split('\u0001', StringSplitOptions.RemoveEmptyEntries))
        {
            fault.Message.ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_cut_line_is_no_matter_for_a_person()
    {
        _watched.Service.Order = _ => new QueueFault.CutAfter();

        (await FaultAsync()).NeedsPerson.ShouldBeFalse();
    }

    [Fact]
    public async Task One_request_is_asked_once()
    {
        _watched.Service.Order = _ => QueueFault.ServerError;

        await FaultAsync();

        _watched.Service.Calls.ShouldBe(["ReceiveMessage"]);
    }

    [Fact]
    public async Task Stopping_is_no_fault()
    {
        using QueueClient client = Client(Watched.Key);
        using var stop = new CancellationTokenSource();
        _watched.Clock.At(_watched.Clock.GetUtcNow() + TimeSpan.FromSeconds(5), stop.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            _watched.On(client.ReceiveAsync(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), stop.Token))
        );
    }

    [Fact]
    public void The_secret_is_in_no_text()
    {
        AwsKey key = Watched.Key with { SessionToken = "session-1" };

        string text = $"{key} {key with { Id = "other" }}";

        text.ShouldContain("AKIDEXAMPLE");
        text.ShouldNotContain(key.Secret);
        text.ShouldNotContain("session-1");
    }

    private QueueClient Client(AwsKey key) =>
        new(QueueAddress.Parse(_watched.Url), key, _watched.Clock, _watched.Service);

    private Task<QueueBatch> ReceiveAsync(QueueClient client) =>
        _watched.On(client.ReceiveAsync(TimeSpan.Zero, TimeSpan.FromMinutes(1), CancellationToken.None));

    private async Task<QueueException> FaultAsync()
    {
        using QueueClient client = Client(Watched.Key);
        return await Should.ThrowAsync<QueueException>(() => ReceiveAsync(client));
    }
}
