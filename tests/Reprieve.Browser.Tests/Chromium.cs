using Microsoft.Playwright;
using Reprieve.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Reprieve.Browser.Tests;

/// <summary>The browser of the machine, started once for all tests; without it they are skipped, with the reason.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string? Absent =
        Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1"
            ? "REPRIEVE_FAST_TESTS=1 leaves the browser out."
        : File.Exists(Program) ? null
        : $"Chromium is not installed ({Program}); ./test.sh installs it.";

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>The running browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(Absent is not null, Absent ?? "");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Absent is not null)
        {
            return;
        }

        _driver = await Playwright.CreateAsync();
        // Tests run as root on build machines, where Chromium has no sandbox.
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
        Assertions.SetDefaultExpectTimeout(Bench.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
    }
}
