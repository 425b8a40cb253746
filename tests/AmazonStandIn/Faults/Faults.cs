namespace Reprieve.AmazonStandIn;

/// <summary>
/// Faults to order, first come first served, and a share of calls that go wrong by chance, the same for the same seed.
/// Operations go by their names in the models; asking for a token is <see cref="StandIn.TokenCall"/>, fetching a document
/// <see cref="StandIn.DocumentCall"/>.
/// </summary>
public sealed class Faults
{
    private readonly List<Ordered> _ordered = [];
    private Random? _chance;
    private double _share;
    private Fault[] _kinds = [];

    /// <summary>How often each fault happened.</summary>
    public IReadOnlyDictionary<Fault, int> Happened => _happened;

    private readonly Dictionary<Fault, int> _happened = [];

    /// <summary>A share of all calls goes wrong; a refusal for too many calls comes as a storm of up to eight.</summary>
    public static Faults Seeded(int seed, double share, params Fault[] kinds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return new()
        {
            _chance = new Random(seed),
            _share = share,
            _kinds = kinds.Length > 0 ? kinds : [.. Enum.GetValues<Fault>().Where(f => f != Fault.None)],
        };
    }

    /// <summary>The next calls of the operation (of any that can have the fault) go wrong in this way.</summary>
    /// <param name="after">So many fitting calls go well before.</param>
    public void Order(Fault fault, string? operation = null, int times = 1, int after = 0)
    {
        lock (_ordered)
        {
            _ordered.Add(new Ordered(fault, operation, times, after));
        }
    }

    internal Fault Next(string operation)
    {
        lock (_ordered)
        {
            Fault fault = NextOrdered(operation);
            if (fault == Fault.None)
            {
                fault = NextByChance(operation);
            }

            if (fault != Fault.None)
            {
                _happened[fault] = _happened.GetValueOrDefault(fault) + 1;
            }

            return fault;
        }
    }

    private Fault NextOrdered(string operation)
    {
        int at = _ordered.FindIndex(o => (o.Operation ?? operation) == operation && Fits(o.Fault, operation));
        if (at < 0)
        {
            return Fault.None;
        }

        Ordered next = _ordered[at];
        if (next.After > 0)
        {
            _ordered[at] = next with { After = next.After - 1 };
            return Fault.None;
        }

        if (next.Times > 1)
        {
            _ordered[at] = next with { Times = next.Times - 1 };
        }
        else
        {
            _ordered.RemoveAt(at);
        }

        return next.Fault;
    }

    private Fault NextByChance(string operation)
    {
        if (_chance is null || _chance.NextDouble() >= _share)
        {
            return Fault.None;
        }

        Fault[] fitting = [.. _kinds.Where(k => Fits(k, operation))];
        if (fitting.Length == 0)
        {
            return Fault.None;
        }

        Fault fault = fitting[_chance.Next(fitting.Length)];
        if (fault == Fault.QuotaExceeded && _chance.Next(8) is > 0 and int more)
        {
            _ordered.Add(new Ordered(fault, operation, more, 0));
        }

        return fault;
    }

    private static bool Fits(Fault fault, string operation) =>
        fault switch
        {
            Fault.ShortToken => operation == StandIn.TokenCall,
            Fault.ExpiredLink or Fault.Truncated or Fault.WrongCharset or Fault.NoCharset => operation
                == StandIn.DocumentCall,
            Fault.HungReport => operation == "createReport",
            Fault.FailedQuery or Fault.CancelledQuery => operation == "createQuery",
            Fault.QuotaExceeded => operation is not (StandIn.TokenCall or StandIn.DocumentCall),
            _ => true,
        };

    private sealed record Ordered(Fault Fault, string? Operation, int Times, int After);
}
