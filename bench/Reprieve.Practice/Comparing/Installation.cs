using System.Diagnostics;

namespace Reprieve.Practice.Comparing;

/// <summary>
/// Installs what is missing: Debian's packages in the system, npm's under <c>artifacts/peers</c>, beside the scripts of
/// <c>Peers/</c>; and publishes Reprieve in the same way as the start-up bench does.
/// </summary>
internal static class Installation
{
    private static readonly (string Test, string Package)[] Debian =
    [
        ("test -x /usr/bin/time", "time"),
        ("command -v mawk", "mawk"),
        ("command -v node", "nodejs"),
        ("command -v npm", "npm"),
        ("/usr/bin/python3 -c 'import pandas'", "python3-pandas"),
    ];

    /// <returns>The folder of the peers.</returns>
    public static string Peers(string root)
    {
        string[] missing =
        [
            .. Debian.Where(needed => !Try(root, "sh", "-c", needed.Test)).Select(needed => needed.Package),
        ];
        if (missing.Length > 0)
        {
            Console.WriteLine($"Installing {string.Join(' ', missing)} …");
            string asRoot = Environment.UserName == "root" ? "" : "sudo ";
            string names = string.Join(' ', missing);
            Do(
                root,
                "sh",
                "-c",
                $"{asRoot}apt-get update -q; {asRoot}apt-get install -y -q --no-install-recommends {names}"
            );
        }

        string peers = Path.Combine(root, "artifacts", "peers");
        Directory.CreateDirectory(peers);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "bench", "Reprieve.Practice", "Peers")))
        {
            File.Copy(file, Path.Combine(peers, Path.GetFileName(file)), overwrite: true);
        }

        string pins = File.ReadAllText(Path.Combine(peers, "package.json"));
        string installed = Path.Combine(peers, "node_modules", "installed.json");
        if (!File.Exists(installed) || File.ReadAllText(installed) != pins)
        {
            // Polars asks for Node.js 22 and runs on 20, but npm leaves its native part out there unless it is named.
            // It names platforms for which nothing is published, so that no lock file holds: package.json pins exactly.
            const string Native = "nodejs-polars-linux-$(node -p process.arch)-gnu";
            const string Version = "$(node -p \"require('./package.json').dependencies['nodejs-polars']\")";
            const string Options = "--no-save --no-package-lock --no-audit --no-fund";
            Do(peers, "sh", "-c", $"npm install {Options} {Native}@{Version}");
            File.WriteAllText(installed, pins);
        }

        return peers;
    }

    /// <returns>The program.</returns>
    public static string Reprieve(string root)
    {
        string target = Path.Combine(root, "artifacts", "peers", "reprieve");
        string[] publish = ["publish", "src/Reprieve", "-c", "Release", "-p:PublishReadyToRun=true", "-o", target];
        Do(root, "dotnet", [.. publish, "-v", "quiet", "--nologo"]);
        return Path.Combine(target, "reprieve");
    }

    private static void Do(string where, string program, params ReadOnlySpan<string> arguments)
    {
        (int code, string printed) = Start(where, program, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{printed}");
        }
    }

    private static bool Try(string where, string program, params ReadOnlySpan<string> arguments) =>
        Start(where, program, arguments).Code == 0;

    private static (int Code, string Printed) Start(string where, string program, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments.ToArray())
        {
            WorkingDirectory = where,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed + said.GetAwaiter().GetResult());
    }
}
