using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Hosting;

/// <summary>The program's own TLS endpoint.</summary>
public sealed class PublicEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_elsewhere_are_answered_over_tls_and_this_machine_as_before()
    {
        (TestCertificate own, X509Certificate2 between) = TestCertificate.MakeSigned();
        using (own)
        using (between)
        {
            int port = FreePort();
            PublicAddress open = Open(port, own.Certificate) with { Chain = [between] };
            await using RunningServer server = await RunningServer.StartAsync(open: open);
            using Visitor visitor = new(port, own.Certificate);

            using HttpResponseMessage page = await visitor.GetAsync("/", TestCertificate.Host);
            using HttpResponseMessage asset = await visitor.GetAsync("/assets/none", TestCertificate.Host);
            using HttpResponseMessage token = await visitor.GetAsync(server.Address.PathAndQuery, TestCertificate.Host);

            page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
            page.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
            visitor.Shown.ShouldBe([own.Certificate.Thumbprint, between.Thumbprint], ignoreOrder: true);
            asset.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            token.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
            server.Address.Scheme.ShouldBe("http");
            server.Address.IsLoopback.ShouldBeTrue();
            (await server.PageAsync("/settings")).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("other.example.com")]
    public async Task Another_name_is_refused_over_tls_the_machines_own_too(string host)
    {
        using var made = TestCertificate.Make();
        int port = FreePort();
        await using RunningServer server = await RunningServer.StartAsync(open: Open(port, made.Certificate));
        using Visitor visitor = new(port, made.Certificate);

        using HttpResponseMessage page = await visitor.GetAsync("/", host);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_tls_the_public_host_is_refused_where_the_program_ends_it_itself()
    {
        using var made = TestCertificate.Make();
        int port = FreePort();
        await using RunningServer server = await RunningServer.StartAsync(open: Open(port, made.Certificate));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = $"{TestCertificate.Host}:{port}";

        using HttpResponseMessage page = await server.Browser.SendAsync(request, Cancel);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_public_port_that_is_taken_is_named()
    {
        using var made = TestCertificate.Make();
        using var other = new TcpListener(IPAddress.IPv6Any, 0);
        other.Server.DualMode = true;
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-port-");
        await using (
            Workbench workbench = await Workbench.OpenAsync(
                new WorkbenchOptions { Folder = folder.FullName },
                TimeProvider.System,
                Cancel
            )
        )
        {
            ServerOptions options = Options(0, Open(port, made.Certificate)) with
            {
                StateFolder = Path.Combine(folder.FullName, "server"),
            };

            PortTakenException fault = await Should.ThrowAsync<PortTakenException>(() =>
                WorkbenchServer.StartAsync(workbench, options, TimeProvider.System, Cancel)
            );

            fault.Message.ShouldContain($"port {port.ToString(CultureInfo.InvariantCulture)}, at which --public");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void One_port_is_not_both_ways_in()
    {
        using var made = TestCertificate.Make();
        ServerOptions options = Options(8443, Open(8443, made.Certificate));

        Should.Throw<PortTakenException>(() => Endpoints.Check(options)).Message.ShouldContain("8443");
        Endpoints.Check(options with { Public = Open(8444, made.Certificate) });
        Endpoints.Check(options with { Public = Open(8443, null) });
    }

    [Theory]
    [InlineData(false, "port 443", "--port")]
    [InlineData(true, "port 443", "the proxy finds")]
    public void A_port_of_this_machine_that_is_taken_is_told_of_as_what_it_is_for(
        bool isBehindProxy,
        params string[] parts
    )
    {
        ServerOptions options = Options(443, isBehindProxy ? Open(8443, null) : null);
        var taken = new IOException("", new Microsoft.AspNetCore.Connections.AddressInUseException(""));
        var denied = new SocketException((int)SocketError.AccessDenied);

        Endpoints.IsOfPort(taken).ShouldBeTrue();
        Endpoints.IsOfPort(denied).ShouldBeTrue();
        Endpoints.IsOfPort(new IOException("")).ShouldBeFalse();
        string said = Endpoints.Explain(taken, options, bound: 0).Message;
        parts.ShouldAllBe(part => said.Contains(part, StringComparison.Ordinal));
        Endpoints.Explain(denied, options, bound: 0).Message.ShouldContain("listen on port 443;");
    }

    private static ServerOptions Options(int port, PublicAddress? open) =>
        new()
        {
            Knowledge = KnowledgeLoader.BuiltIn,
            StateFolder = "",
            Port = port,
            Public = open,
        };

    private static PublicAddress Open(int port, X509Certificate2? certificate) =>
        new(new Uri($"https://{TestCertificate.Host}:{port}")) { Certificate = certificate };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A browser elsewhere: it finds every host at this machine, and trusts one certificate alone.</summary>
    private sealed class Visitor : IDisposable
    {
        private readonly int _port;
        private readonly HttpClient _client;

        public Visitor(int port, X509Certificate2 trusted)
        {
            _port = port;
            var handler = new SocketsHttpHandler
            {
                UseProxy = false,
                ConnectCallback = ConnectAsync,
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, shown, chain, _) =>
                    {
                        Shown = [.. chain!.ChainPolicy.ExtraStore.Select(one => one.Thumbprint)];
                        return shown!.GetRawCertData().SequenceEqual(trusted.RawData);
                    },
                },
            };
            _client = new HttpClient(handler);
        }

        /// <summary>What the server showed of its chain.</summary>
        public IReadOnlyList<string> Shown { get; private set; } = [];

        public Task<HttpResponseMessage> GetAsync(string path, string host) =>
            _client.GetAsync(new Uri($"https://{host}:{_port}{path}"), Cancel);

        public void Dispose() => _client.Dispose();

        private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext _, CancellationToken cancel)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, _port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }
}
