using Reprieve.Amazon;

namespace Reprieve.Server.Selling;

/// <summary>How Amazon is asked. A workbench has one, so that limits are counted once.</summary>
/// <param name="Edge">Null where the network may not be used.</param>
internal sealed record AmazonEnd(AmazonEdge? Edge);
