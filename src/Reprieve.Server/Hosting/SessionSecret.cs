using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Server.Hosting;

/// <summary>
/// The secret of a workbench's browser sessions, in a file that only its owner reads. Whoever reads it may make an
/// invitation: a token that opens the running workbench once, within minutes. So a second start of the program leads into
/// the first one.
/// </summary>
internal sealed class SessionSecret
{
    private const int Bytes = 32;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private SessionSecret(string value) => Value = value;

    /// <summary>What the session's cookie holds.</summary>
    public string Value { get; }

    /// <summary>Tells workbenches apart: cookies hold for all ports of a machine.</summary>
    public string Name => Proof("name")[..8];

    /// <summary>The secret of a folder; made when it is not there.</summary>
    public static SessionSecret Of(string stateFolder)
    {
        Directory.CreateDirectory(stateFolder);
        string file = FileIn(stateFolder);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(file, options);
            writer.Write(Random());
        }

        return new SessionSecret(File.ReadAllText(file).Trim());
    }

    /// <summary>The secret of a folder where a workbench ran before; null where none did.</summary>
    public static SessionSecret? Known(string stateFolder) =>
        File.Exists(FileIn(stateFolder)) ? new SessionSecret(File.ReadAllText(FileIn(stateFolder)).Trim()) : null;

    /// <summary>Something nobody guesses.</summary>
    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Shows that one has the secret, without saying it.</summary>
    public string Proof(string of) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(of)));

    /// <summary>A token that opens the workbench once, within five minutes.</summary>
    public string Invitation(DateTimeOffset now)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}-{Random()}");
        return $"{body}-{Proof("open " + body)}";
    }

    /// <summary>Whether a token was made with this secret within the last minutes; whether it was used is the gate's to know.</summary>
    public bool IsInvitation(string token, DateTimeOffset now)
    {
        int end = token.LastIndexOf('-');
        return end > 0
            && IsSame(token[(end + 1)..], Proof("open " + token[..end]))
            && long.TryParse(token.Split('-')[0], CultureInfo.InvariantCulture, out long made)
            && Math.Abs(now.ToUnixTimeSeconds() - made) <= GoodFor.TotalSeconds;
    }

    /// <summary>Compares without telling by the time taken where two differ.</summary>
    public static bool IsSame(string? given, string expected) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string FileIn(string stateFolder) => Path.Combine(stateFolder, "session.key");
}
