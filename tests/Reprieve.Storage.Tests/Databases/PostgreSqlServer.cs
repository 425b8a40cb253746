using System.Diagnostics;
using Npgsql;
using Reprieve.Storage.Tests.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Reprieve.Storage.Tests.Databases;

/// <summary>
/// A PostgreSQL server of the tests' own: a new cluster in a temporary folder, reached over a socket in it, run by an
/// unprivileged user, gone at the end.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private static readonly Lock Starting = new();
    private static PostgreSqlServer? _running;
    private static string? _absent;
    private static int _databases;

    private readonly string _folder;
    private readonly Process _process;

    /// <summary>For the test framework, which disposes it when all tests are done; it starts nothing.</summary>
    public PostgreSqlServer()
    {
        _folder = "";
        _process = new Process();
    }

    private PostgreSqlServer(string folder, Process process)
    {
        _folder = folder;
        _process = process;
    }

    /// <summary>Connection string of a new empty database; skips the test where there is no server to be had.</summary>
    public static string NewDatabase()
    {
        lock (Starting)
        {
            if (_running is null && _absent is null)
            {
                _absent =
                    Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1"
                        ? "REPRIEVE_FAST_TESTS=1 leaves PostgreSQL out."
                        : null;
                string? programs = Programs();
                _absent ??= programs is null ? "PostgreSQL is not installed (Debian: postgresql)." : null;
                _running = _absent is null ? Start(programs!) : null;
            }

            Assert.SkipWhen(_absent is not null, _absent ?? "");
            string name = $"reprieve{++_databases}";
            using var connection = new NpgsqlConnection(_running!.Connection("postgres"));
            connection.Open();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE {name}";
            command.ExecuteNonQuery();
            return _running.Connection(name);
        }
    }

    public void Dispose()
    {
        lock (Starting)
        {
            if (_folder.Length == 0)
            {
                _running?.Dispose();
                _running = null;
                return;
            }

            NpgsqlConnection.ClearAllPools();
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Connection(string database) =>
        $"Host={_folder};Username=reprieve;Database={database};Pooling=true;Maximum Pool Size=20;No Reset On Close=false";

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;

    private static PostgreSqlServer Start(string programs)
    {
        string folder = Directory.CreateTempSubdirectory("pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", ["postgres", folder]).WaitForExit();
        }

        using (
            Process made = AsUser(
                Path.Combine(programs, "initdb"),
                ["-D", folder + "/data", "-U", "reprieve", "-A", "trust", "-N", "-E", "UTF8", "--locale=C"]
            )
        )
        {
            Task<string> output = made.StandardOutput.ReadToEndAsync();
            string said = made.StandardError.ReadToEnd() + output.GetAwaiter().GetResult();
            made.WaitForExit();
            made.ExitCode.ShouldBe(0, said);
        }

        Process server = AsUser(
            Path.Combine(programs, "postgres"),
            [
                "-D",
                folder + "/data",
                "-k",
                folder,
                "-c",
                "listen_addresses=",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=200",
            ]
        );
        string? line;
        do
        {
            line = server.StandardError.ReadLine();
        } while (line?.Contains("ready to accept connections", StringComparison.Ordinal) == false);

        line.ShouldNotBeNull("PostgreSQL did not start");
        // What it says from here on is taken and left, so that it never waits for a reader.
        _ = server.StandardError.ReadToEndAsync();
        return new PostgreSqlServer(folder, server);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Process AsUser(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments])
            : Run(program, arguments);

    private static Process Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }
}
