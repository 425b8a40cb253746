using System.Net;

namespace Reprieve.Server.Hosting;

/// <summary>Finds the workbench that already runs on a folder, and the way into it.</summary>
public static class RunningWorkbench
{
    /// <summary>Where a workbench proves that it has the folder's secret.</summary>
    internal const string ProofPath = "/running";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>An address that opens the running workbench once; null when none answers that is this folder's.</summary>
    /// <param name="stateFolder">What it was started with, see <see cref="ServerOptions.StateFolder"/>.</param>
    public static async Task<Uri?> FindAsync(string stateFolder, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (
            SessionSecret.Known(stateFolder) is not { } secret
            || Read(stateFolder) is not { } root
            || !await AnswersAsync(root, secret, cancel)
        )
        {
            return null;
        }

        return new Uri(root, $"{Gate.Path}?token={secret.Invitation(clock.GetUtcNow())}");
    }

    /// <summary>Says where this folder's workbench is found, while it runs.</summary>
    internal static void Write(string stateFolder, Uri root) => File.WriteAllText(FileIn(stateFolder), root.ToString());

    internal static void Remove(string stateFolder) => File.Delete(FileIn(stateFolder));

    private static Uri? Read(string stateFolder) =>
        File.Exists(FileIn(stateFolder))
        && Uri.TryCreate(File.ReadAllText(FileIn(stateFolder)), UriKind.Absolute, out Uri? root)
        && root.IsLoopback
            ? root
            : null;

    /// <summary>Another program may have taken the port since: only the one with the secret is invited to.</summary>
    private static async Task<bool> AnswersAsync(Uri root, SessionSecret secret, CancellationToken cancel)
    {
        string asked = SessionSecret.Random();
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
            using HttpResponseMessage answer = await client.GetAsync(new Uri(root, $"{ProofPath}?of={asked}"), cancel);
            return answer.StatusCode == HttpStatusCode.OK
                && SessionSecret.IsSame(await answer.Content.ReadAsStringAsync(cancel), secret.Proof("here " + asked));
        }
        catch (Exception fault)
            when (fault is HttpRequestException
                || (fault is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            return false;
        }
    }

    private static string FileIn(string stateFolder) => Path.Combine(stateFolder, "address");
}
