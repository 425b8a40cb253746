using Reprieve.Amazon;

namespace Reprieve.Pulls;

/// <summary>Looks at something whenever a pull has come further.</summary>
internal sealed class Look(Action look) : IProgress<PullProgress>
{
    public void Report(PullProgress value) => look();
}
