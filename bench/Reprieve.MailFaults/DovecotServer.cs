using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Reprieve.Knowledge;

namespace Reprieve.MailFaults;

/// <summary>
/// A Dovecot of our own: configuration, users and mail in a temporary folder, a free port of the loopback, gone at the end.
/// The user is <c>seller@example.com</c>, the password <c>secret</c>.
/// </summary>
internal sealed class DovecotServer : IDisposable
{
    private const string Program = "/usr/sbin/dovecot";
    private const string User = "seller@example.com";
    private static readonly string[] Parts = ["new", "cur"];
    private static int _mails;

    private readonly string _folder;
    private readonly Process _process;

    private DovecotServer(string folder, Process process, int port, X509Certificate2 certificate)
    {
        _folder = folder;
        _process = process;
        Certificate = certificate;
        Server = new MailServer("127.0.0.1", port, MailTls.Implicit);
    }

    public static bool IsInstalled => File.Exists(Program);

    public MailServer Server { get; }

    public X509Certificate2 Certificate { get; }

    private string Log => File.ReadAllText(Path.Combine(_folder, "log"));

    /// <summary>The mail as files.</summary>
    public string Maildir => Path.Combine(_folder, "mail", User);

    /// <summary>Starts one.</summary>
    /// <param name="marked">Whether it marks the Sent folder as such (SPECIAL-USE).</param>
    /// <param name="sent">What the Sent folder is called; null for none.</param>
    /// <param name="also">Further lines of its configuration.</param>
    /// <param name="others">Further users, with the same password.</param>
    public static async Task<DovecotServer> StartAsync(
        bool marked = true,
        string? sent = "Sent",
        string also = "",
        IReadOnlyList<string>? others = null
    )
    {
        string folder = Directory.CreateTempSubdirectory("dovecot-").FullName;
        X509Certificate2 certificate = SelfMade.ForLoopback();
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        using (System.Security.Cryptography.ECDsa key = certificate.GetECDsaPrivateKey()!)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        }

        string[] users = [User, .. others ?? []];
        await WritePasswordsAsync(folder, users, "secret");
        foreach (string user in users)
        {
            foreach (string box in sent is null ? new[] { "" } : ["", "." + sent])
            {
                foreach (string part in Parts.Append("tmp"))
                {
                    Directory.CreateDirectory(Path.Combine(folder, "mail", user, box, part));
                }
            }
        }

        int port = FreePort();
        string conf = Path.Combine(folder, "dovecot.conf");
        await File.WriteAllTextAsync(conf, Configuration(folder, port, marked, sent, also));
        if (Environment.IsPrivilegedProcess)
        {
            // Dovecot opens no mail as root; the package has made a user of its own.
            Run("chown", ["-R", "dovecot", Path.Combine(folder, "mail")]);
            Run("chmod", ["755", folder]);
        }

        Process process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", conf]) { UseShellExecute = false })!;
        var server = new DovecotServer(folder, process, port, certificate);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Puts a mail into a folder, as a provider does; its name as Maildir has it (empty for the inbox).</summary>
    public void Store(string maildirFolder, byte[] mail, string user = User)
    {
        string at = Path.Combine(_folder, "mail", user, maildirFolder);
        string name = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{Interlocked.Increment(ref _mails):D9}.here";
        string beside = Path.Combine(at, "tmp", name);
        File.WriteAllBytes(beside, mail);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(beside, (UnixFileMode)0b110_110_110);
        }

        File.Move(beside, Path.Combine(at, "new", name));
    }

    /// <summary>Whether a text comes to stand in its log, which a process of its own writes a little later.</summary>
    public async Task<bool> LogsAsync(string text)
    {
        for (int i = 0; i < 200; i++)
        {
            if (Log.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(50);
        }

        return false;
    }

    /// <summary>Changes the password of the user.</summary>
    public Task ChangePasswordAsync(string password) => WritePasswordsAsync(_folder, [User], password);

    /// <summary>The mails of a folder, as stored.</summary>
    public IReadOnlyList<byte[]> Mails(string maildirFolder) =>
        [
            .. Parts
                .Select(part => Path.Combine(Maildir, maildirFolder, part))
                .Where(Directory.Exists)
                .SelectMany(Directory.EnumerateFiles)
                .Select(File.ReadAllBytes),
        ];

    public void Dispose()
    {
        Run("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        _process.WaitForExit();
        _process.Dispose();
        Certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task WritePasswordsAsync(string folder, string[] users, string password) =>
        File.WriteAllLinesAsync(Path.Combine(folder, "users"), users.Select(user => $"{user}:{{PLAIN}}{password}"));

    private static string Configuration(string folder, int port, bool marked, string? sent, string also)
    {
        bool root = Environment.IsPrivilegedProcess;
        string mailUser = root ? "dovecot" : Environment.UserName;
        string box = sent is null
            ? ""
            : $"mailbox \"{sent}\" {{\n auto = create\n {(marked ? "special_use = \\Sent" : "")}\n}}";
        string rights = root
            ? ""
            : $"""
                default_internal_user = {mailUser}
                default_login_user = {mailUser}
                default_internal_group =
                service anvil {"{"}
                  chroot =
                {"}"}
                """;
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            default_client_limit = 2000
            imap_id_log = *
            listen = 127.0.0.1
            ssl = required
            ssl_cert = <{{folder}}/cert.pem
            ssl_key = <{{folder}}/key.pem
            first_valid_uid = 1
            mail_location = maildir:{{folder}}/mail/%u
            auth_mechanisms = plain login
            {{rights}}
            passdb {
              driver = passwd-file
              args = scheme=PLAIN username_format=%u {{folder}}/users
            }
            userdb {
              driver = static
              args = uid={{mailUser}} gid={{(root ? "dovecot" : "")}} home={{folder}}/mail/%u
            }
            namespace inbox {
              inbox = yes
              {{box}}
            }
            service imap-login {
              chroot =
              service_count = 0
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                port = {{port}}
                ssl = yes
              }
            }
            service imap {
              service_count = 100
            }
            {{also}}

            """;
    }

    private async Task ReadyAsync()
    {
        for (int i = 0; i < 100; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Server.Host, Server.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("Dovecot did not start: " + Log);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
    }
}
