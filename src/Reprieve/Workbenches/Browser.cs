using System.ComponentModel;
using System.Diagnostics;

namespace Reprieve.Cli.Workbenches;

/// <summary>The person's own browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address in it; where there is none, the printed line must do.</summary>
    public static void Open(Uri address)
    {
        try
        {
            using Process? opened = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception fault)
            when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // No browser here.
        }
    }
}
