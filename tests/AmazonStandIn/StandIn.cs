namespace Reprieve.AmazonStandIn;

/// <summary>
/// Login with Amazon and the Selling Partner API in memory: applications and accounts with data, and answers made from them
/// as strictly as Amazon's published models say. It keeps no clock of its own and never waits, so that a client with
/// <see cref="Handler"/> and <see cref="SimulatedTime"/> goes through days in a moment.
/// </summary>
public sealed class StandIn
{
    /// <summary>Name of asking for a token in <see cref="Calls"/> and <see cref="Faults"/>.</summary>
    public const string TokenCall = "token";

    /// <summary>Name of fetching a document in <see cref="Calls"/> and <see cref="Faults"/>.</summary>
    public const string DocumentCall = "document";

    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortTokenLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SlowBy = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly List<SellerAccount> _accounts = [];
    private readonly List<LoggedCall> _calls = [];
    private readonly Tokens _tokens = new();
    private readonly Limits _limits = new();
    private readonly DocumentStore _documents = new();
    private readonly NotificationOperations _notifications = new();
    private readonly List<ITimer> _announcements = [];
    private readonly ReportDesk _reports;
    private readonly KioskOperations _kiosk;
    private readonly IReadOnlyList<Operation> _operations;

    public StandIn(TimeProvider time)
    {
        _time = time;
        _reports = new ReportDesk(_documents, Announce);
        _kiosk = new KioskOperations(_documents);
        _operations =
        [
            .. _reports.Operations,
            .. SellerOperations.Operations,
            .. new OrderOperations().Operations,
            .. new FinanceOperations().Operations,
            .. new ListingOperations().Operations,
            .. _notifications.Operations,
            .. _kiosk.Operations,
            .. FeedbackOperations.Operations,
            .. new SupportOperations(_documents).Operations,
        ];
        Handler = new StandInHandler(this, time);
    }

    /// <summary>
    /// Called when a report ends, at that very time: what a notification of it would be made of. Only for reports that are
    /// ordered after it was set; for a cancelled one when it would have ended.
    /// </summary>
    public Action<CreatedReport>? ReportEnded { get; set; }

    /// <summary>Answers any request by its host and path; a host that is not Amazon's is refused.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>What goes wrong from now on.</summary>
    public Faults Faults { get; set; } = new();

    /// <summary>How long a report waits, and how long it is in progress then.</summary>
    public (TimeSpan Queued, TimeSpan InProgress) ReportTime
    {
        get => _reports.Time;
        set => _reports.Time = value;
    }

    /// <summary>Every call so far, also those that were refused or cut.</summary>
    public IReadOnlyList<LoggedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Calls that came when their bucket was empty.</summary>
    public IReadOnlyList<LoggedCall> Exceeded => [.. Calls.Where(c => c.Exceeded)];

    /// <summary>Every report that was created, in order, also those whose answer was lost.</summary>
    public IReadOnlyList<CreatedReport> Reports
    {
        get
        {
            lock (_gate)
            {
                return [.. _reports.All];
            }
        }
    }

    /// <summary>Every query that was created, in order, also those whose answer was lost.</summary>
    public IReadOnlyList<CreatedQuery> Queries
    {
        get
        {
            lock (_gate)
            {
                return [.. _kiosk.All];
            }
        }
    }

    /// <summary>Lines on a page of a query's answer; all on one where nothing else is said.</summary>
    public int QueryLines
    {
        get => _kiosk.PageLines;
        set => _kiosk.PageLines = value;
    }

    /// <summary>Where notifications go, by what the API was told.</summary>
    public IReadOnlyList<NotificationDestination> Destinations
    {
        get
        {
            lock (_gate)
            {
                return [.. _notifications.Destinations];
            }
        }
    }

    /// <summary>What was subscribed to and not ended.</summary>
    public IReadOnlyList<NotificationSubscription> Subscriptions
    {
        get
        {
            lock (_gate)
            {
                return [.. _notifications.Subscriptions];
            }
        }
    }

    public void AddApp(string clientId, string clientSecret)
    {
        lock (_gate)
        {
            _tokens.AddApp(clientId, clientSecret);
        }
    }

    public void AddAccount(SellerAccount account)
    {
        lock (_gate)
        {
            _accounts.Add(account);
        }
    }

    /// <summary>Gives an operation another usage plan from now on, for every application and account.</summary>
    public void SetLimit(string operation, double rate, int burst)
    {
        lock (_gate)
        {
            _limits.Set(operation, new Limit(rate, burst));
        }
    }

    /// <summary>The usage plan of an operation; null where Amazon publishes none.</summary>
    public Limit? LimitOf(string operation)
    {
        lock (_gate)
        {
            return _limits.Of(operation);
        }
    }

    /// <summary>Address that links to documents begin with.</summary>
    internal string DocumentRoot
    {
        set
        {
            lock (_gate)
            {
                _documents.Root = value;
            }
        }
    }

    internal Answer Serve(Incoming request)
    {
        lock (_gate)
        {
            return (request.Uri.Host, request.Uri.AbsolutePath) switch
            {
                ("api.amazon.com", "/auth/o2/token") => Around(TokenCall, "", "", fault => Token(request, fault)),
                (DocumentStore.Host, _) => Around(
                    DocumentCall,
                    "",
                    "",
                    fault => _documents.Fetch(request, _time.GetUtcNow(), fault)
                ),
                (string host, _) when Endpoint.Region(host) is { } region => Api(request, region),
                _ => Answer.Text(421, "text/plain", $"{request.Uri} is not answered here."),
            };
        }
    }

    private void Announce(CreatedReport report)
    {
        if (ReportEnded is not null && report.Finished < DateTimeOffset.MaxValue)
        {
            _announcements.Add(
                _time.CreateTimer(
                    _ => ReportEnded?.Invoke(Reports.First(r => r.Id == report.Id)),
                    null,
                    report.Finished - _time.GetUtcNow(),
                    Timeout.InfiniteTimeSpan
                )
            );
        }
    }

    private Answer Token(Incoming request, Fault fault) =>
        _tokens.Grant(request, _accounts, _time.GetUtcNow(), fault == Fault.ShortToken ? ShortTokenLife : TokenLife);

    private Answer Api(Incoming request, string region)
    {
        foreach (Operation operation in _operations.Where(o => o.Method == request.Method))
        {
            if (operation.Match(request.Segments) is { } path)
            {
                AccessToken? token = request.Header("x-amz-access-token") is { } text ? _tokens.Find(text) : null;
                return Around(
                    operation.Name,
                    token?.ClientId ?? "",
                    token?.Account?.SellerId ?? "",
                    fault => Call(operation, request, path, region, token, fault)
                );
            }
        }

        return Answer.Error(404, "NotFound", $"There is no {request.Method} {request.Uri.AbsolutePath}.");
    }

    private Answer Call(
        Operation operation,
        Incoming request,
        IReadOnlyDictionary<string, string> path,
        string region,
        AccessToken? token,
        Fault fault
    )
    {
        DateTimeOffset now = _time.GetUtcNow();
        try
        {
            AccessToken caller = Door.Check(operation, request, region, token, now);
            if (!_limits.Take(caller.ClientId, caller.Account?.SellerId ?? "", operation.Name, now))
            {
                return Door.QuotaExceeded with { Exceeded = true };
            }

            OperationCall call = new(
                now,
                caller.ClientId,
                caller.Account,
                path,
                new Parameters(request.Uri.Query),
                request.Body
            )
            {
                Fault = fault,
            };
            return Limited(operation, operation.Handle(call));
        }
        catch (Refusal refusal)
        {
            return Limited(operation, refusal.Answer);
        }
    }

    /// <summary>The header is there on success, 400 and 404 only.</summary>
    private Answer Limited(Operation operation, Answer answer) =>
        answer.Status is < 300 or 400 or 404 && _limits.Of(operation.Name) is { } limit
            ? answer.With(("x-amzn-RateLimit-Limit", FormattableString.Invariant($"{limit.Rate}")))
            : answer;

    /// <summary>Lets a call go wrong as ordered, and writes it down.</summary>
    private Answer Around(string operation, string app, string account, Func<Fault, Answer> serve)
    {
        Fault fault = Faults.Next(operation);
        Answer answer = fault switch
        {
            Fault.CutBefore => new Answer(0) { Cut = true },
            Fault.QuotaExceeded => Door.QuotaExceeded,
            Fault.InternalError => Answer.Error(
                500,
                "InternalFailure",
                "We encountered an internal error. Please try again."
            ),
            Fault.Unavailable => Answer.Error(503, "ServiceUnavailable", "Service is temporarily unavailable."),
            Fault.CutAfter => serve(fault) with { Cut = true },
            Fault.SlowBody => serve(fault) with { Slow = SlowBy },
            _ => serve(fault),
        };
        _calls.Add(
            new LoggedCall(_time.GetUtcNow(), app, account, operation, answer.Cut ? 0 : answer.Status, answer.Exceeded)
        );
        return answer.With(("x-amzn-RequestId", $"stand-in-{_calls.Count}"));
    }
}
