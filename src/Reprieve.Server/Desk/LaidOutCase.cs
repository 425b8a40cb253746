using Reprieve.Cases;
using Reprieve.Cases.Workflow;

namespace Reprieve.Server.Desk;

/// <summary>A case in its working folder, to be changed there.</summary>
/// <param name="paths">Where things stand.</param>
/// <param name="read">Reads the case; used when its work is first asked for.</param>
internal sealed class LaidOutCase(CasePaths paths, Func<CaseWork> read)
{
    private readonly Lazy<CaseWork> _work = new(read);

    public CasePaths Paths => paths;

    /// <summary>The case as it stands before the change.</summary>
    public CaseWork Work => _work.Value;
}
