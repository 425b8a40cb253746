using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// Stands in for SQS behind an <see cref="HttpClient"/>: standard queues with their rules, in its protocol (JSON 1.0), with the
/// signature of each request verified, on any clock, and with faults by a seed or to order.
/// </summary>
/// <param name="clock">The time by which messages are hidden, delayed and kept.</param>
/// <param name="seed">Decides order, ids and faults.</param>
public sealed partial class QueueStandIn(TimeProvider clock, int seed = 1) : HttpMessageHandler
{
    /// <summary>The invented account to which all queues belong.</summary>
    public const string Account = "111122223333";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>A test may publish while a program receives.</summary>
    private readonly Lock _gate = new();

    private readonly Random _dice = new(seed);
    private readonly Dictionary<string, StandInQueue> _queues = [];

    /// <summary>Who may ask, by access key id.</summary>
    public Dictionary<string, StandInKey> Keys { get; } =
        new() { ["AKIDEXAMPLE"] = new StandInKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY") };

    /// <summary>What goes wrong by chance.</summary>
    public QueueFaults Faults { get; set; } = new();

    /// <summary>What goes wrong with an operation, told before each; null, and null for an operation, leaves it to chance.</summary>
    public Func<string, QueueFault?>? Order { get; set; }

    /// <summary>The operations asked for, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Makes a queue as if it had always been there; its address.</summary>
    public string Make(string region, string name) => Get(region, name).Url;

    /// <summary>Takes a queue away.</summary>
    public void Remove(string url) => _queues.Remove(url);

    /// <summary>Puts a message into a queue, as Amazon does. What the faults lose is lost.</summary>
    /// <returns>Whether it is, or will be, in the queue.</returns>
    public bool Publish(string url, string body)
    {
        lock (_gate)
        {
            if (_dice.NextDouble() < Faults.Lost)
            {
                return false;
            }

            for (int copies = _dice.NextDouble() < Faults.PublishedTwice ? 2 : 1; copies > 0; copies--)
            {
                bool late = _dice.NextDouble() < Faults.Delayed;
                _queues[url].Add(body, late ? Faults.Longest * _dice.NextDouble() : TimeSpan.Zero);
            }

            return true;
        }
    }

    /// <summary>The same by the queue's ARN; one that nobody made takes nothing.</summary>
    public bool PublishTo(string arn, string body) =>
        Locked(() => _queues.Values.FirstOrDefault(one => one.Arn == arn)?.Url) is { } url && Publish(url, body);

    /// <summary>What a queue still has, what is hidden or late too.</summary>
    public IReadOnlyList<string> Bodies(string url)
    {
        lock (_gate)
        {
            return _queues[url].Bodies;
        }
    }

    /// <summary>An attribute of a queue; null where it was not set.</summary>
    public string? Attribute(string url, string name) => _queues[url].Attributes.GetValueOrDefault(name);

    /// <summary>Whether the policy of a queue lets an AWS account do something there, <c>sqs:SendMessage</c> for example.</summary>
    public bool Lets(string arn, string account, string action) =>
        _queues.Values.FirstOrDefault(one => one.Arn == arn)?.Lets(account, action) ?? false;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        CancellationToken cancel = cancellationToken;
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancel);
        string operation = request.Headers.TryGetValues("x-amz-target", out IEnumerable<string>? target)
            ? target.Single().Replace("AmazonSQS.", "", StringComparison.Ordinal)
            : "";
        Calls.Add(operation);
        QueueFault? fault = Order?.Invoke(operation) ?? Faults.Draw(_dice);
        if (fault is QueueFault.Slow slow)
        {
            await PassAsync(slow.By, cancel);
        }

        if (fault is QueueFault.CutBefore)
        {
            throw Cut();
        }

        HttpResponseMessage answer = fault is QueueFault.Refused refused
            ? QueueAnswer.Of(refused)
            : await AnswerAsync(request, body, operation, cancel);
        return fault is QueueFault.CutAfter ? throw Cut() : answer;
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request,
        byte[] body,
        string operation,
        CancellationToken cancel
    )
    {
        if (Host().Match(request.RequestUri!.Host) is not { Success: true } host)
        {
            throw new HttpRequestException(
                HttpRequestError.NameResolutionError,
                "No such host: " + request.RequestUri.Host
            );
        }

        string region = host.Groups["region"].Value;
        if (RequestSignature.Fault(request, body, region, Keys) is { } unsigned)
        {
            return QueueAnswer.Of(unsigned);
        }

        JsonObject asked = JsonNode.Parse(body)!.AsObject();
        try
        {
            JsonObject? done =
                operation == "ReceiveMessage"
                    ? await ReceiveAsync(region, asked, cancel)
                    : Locked(() => Answer(operation, region, asked));
            return QueueAnswer.Of(HttpStatusCode.OK, done);
        }
        catch (RefusedException refused)
        {
            return QueueAnswer.Of(refused.Fault);
        }
    }

    private JsonObject? Answer(string operation, string region, JsonObject asked) =>
        operation switch
        {
            "CreateQueue" => Create(region, asked),
            "GetQueueUrl" => UrlOf(region, (string)asked["QueueName"]!),
            "GetQueueAttributes" => Queue(region, asked).Tell(asked),
            "SetQueueAttributes" => Queue(region, asked).Set(asked),
            "DeleteMessage" => Delete(Queue(region, asked), asked),
            "ChangeMessageVisibility" => Hide(Queue(region, asked), asked),
            _ => throw new RefusedException(new QueueFault.Refused(400, "InvalidAction", operation)),
        };

    private T Locked<T>(Func<T> deed)
    {
        lock (_gate)
        {
            return deed();
        }
    }

    private JsonObject Create(string region, JsonObject asked)
    {
        StandInQueue queue = Get(region, (string)asked["QueueName"]!);
        queue.Set(asked);
        return new JsonObject { ["QueueUrl"] = queue.Url };
    }

    private JsonObject UrlOf(string region, string name) =>
        new() { ["QueueUrl"] = (_queues.GetValueOrDefault(Url(region, name)) ?? throw Gone()).Url };

    private async Task<JsonObject?> ReceiveAsync(string region, JsonObject asked, CancellationToken cancel)
    {
        StandInQueue queue = Locked(() => Queue(region, asked));
        int most = (int?)asked["MaxNumberOfMessages"] ?? 1;
        int wait = (int?)asked["WaitTimeSeconds"] ?? Number(queue, "ReceiveMessageWaitTimeSeconds");
        int hidden = (int?)asked["VisibilityTimeout"] ?? Number(queue, "VisibilityTimeout");
        if (most is < 1 or > 10 || wait is < 0 or > 20)
        {
            throw new RefusedException(new QueueFault.Refused(400, "InvalidParameterValue", "Out of range."));
        }

        DateTimeOffset until = clock.GetUtcNow() + TimeSpan.FromSeconds(wait);
        while (true)
        {
            JsonArray given = Locked(() => queue.Receive(most, TimeSpan.FromSeconds(hidden), Faults));
            if (given.Count > 0)
            {
                return new JsonObject { ["Messages"] = given };
            }

            if (clock.GetUtcNow() >= until)
            {
                return [];
            }

            await PassAsync(Step, cancel);
        }
    }

    /// <summary>
    /// Lets time pass in steps. A delay that is cancelled goes on in another thread, and a simulated clock would run ahead of it.
    /// </summary>
    private async Task PassAsync(TimeSpan time, CancellationToken cancel)
    {
        DateTimeOffset until = clock.GetUtcNow() + time;
        while (clock.GetUtcNow() < until)
        {
            await Task.Delay(Step, clock, CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private JsonObject? Delete(StandInQueue queue, JsonObject asked)
    {
        queue.Delete((string)asked["ReceiptHandle"]!, Faults);
        return null;
    }

    private static JsonObject? Hide(StandInQueue queue, JsonObject asked) =>
        queue.Hide((string)asked["ReceiptHandle"]!, TimeSpan.FromSeconds((int)asked["VisibilityTimeout"]!))
            ? null
            : throw new RefusedException(new QueueFault.Refused(400, "MessageNotInflight", "It is not in flight."));

    private StandInQueue Get(string region, string name)
    {
        string url = Url(region, name);
        if (!_queues.TryGetValue(url, out StandInQueue? queue))
        {
            queue = new StandInQueue(url, $"arn:aws:sqs:{region}:{Account}:{name}", clock, _dice);
            _queues[url] = queue;
        }

        return queue;
    }

    private StandInQueue Queue(string region, JsonObject asked) =>
        _queues.GetValueOrDefault((string)asked["QueueUrl"]!) is { } queue
        && queue.Url.StartsWith($"https://sqs.{region}.", StringComparison.Ordinal)
            ? queue
            : throw Gone();

    private static RefusedException Gone() =>
        new(
            new QueueFault.Refused(
                400,
                "QueueDoesNotExist",
                "The specified queue does not exist for this wsdl version."
            )
        );

    private static HttpRequestException Cut() => new(HttpRequestError.ResponseEnded, "The line was cut.");

    private static string Url(string region, string name) => $"https://sqs.{region}.amazonaws.com/{Account}/{name}";

    private static int Number(StandInQueue queue, string attribute) =>
        int.Parse(queue.Attributes[attribute], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^sqs\.(?<region>[a-z0-9-]+)\.amazonaws\.com$", RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    private sealed class RefusedException(QueueFault.Refused fault) : Exception
    {
        public QueueFault.Refused Fault => fault;
    }
}
