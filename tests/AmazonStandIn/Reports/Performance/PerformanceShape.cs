namespace Reprieve.AmazonStandIn;

/// <summary>The performance report comes in three shapes.</summary>
public enum PerformanceShape
{
    /// <summary>As in the published schema.</summary>
    Schema,

    /// <summary>As in Amazon's own example, which differs from the schema in names and lacks some counters.</summary>
    Example,

    /// <summary>As third parties saw it live: fields more and fields less, other names of states.</summary>
    Live,
}
