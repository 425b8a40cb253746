using System.Globalization;
using System.Net;
using Reprieve.Cases;
using Reprieve.Notices;

namespace Reprieve.Server.Tests.Desk;

/// <summary>Reading is held where it asks for a signing key, until the test lets it go on.</summary>
public sealed class StopReadingTests
{
    private const string Notice =
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=amazon.com; s=one; h=from:subject; bh=MTIzNA==; b=MTIzNA==\n"
        + "From: Amazon <seller-performance@amazon.com>\nSubject: Your account\n\n"
        + "Hello,\n\nYour Amazon seller account has been deactivated. Your late shipment rate is 6.8%.\n\n"
        + "Send us a plan of action within 7 days.\n\nSeller Performance Team\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_reading_is_stopped_and_begun_again_by_the_person()
    {
        using var keys = new HeldKeys(Cancel);
        await using RunningServer server = await RunningServer.StartAsync(keys: keys);
        string path = await OpenAsync(server);
        string reading = await PatientAsync(server, server.PageAsync(path));

        using HttpResponseMessage stopped = await server.PostAsync(path + "/stop");
        string after = await stopped.Content.ReadAsStringAsync(Cancel);
        string later = await server.PageAsync(path + "/why");
        int before = (await server.Store.FindAsync(IdOf(path), Cancel))!.Revision;
        keys.LetGo();
        using HttpResponseMessage again = await server.PostAsync(path + "/read");
        string read = await again.Content.ReadAsStringAsync(Cancel);

        reading.ShouldContain("Stop reading");
        after.ShouldContain("Reading was stopped");
        after.ShouldContain("notice.eml");
        after.ShouldNotContain("data-again");
        later.ShouldContain("Read again");
        before.ShouldBe(2);
        read.ShouldNotContain("Reading was stopped");
        read.ShouldContain("Late shipment rate");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.Kind.ShouldNotBeNull();
    }

    [Fact]
    public async Task Stopping_a_case_that_is_read_already_changes_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync("identity-verification");

        using HttpResponseMessage page = await server.PostAsync(path + "/stop");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("Reading was stopped");
    }

    [Fact]
    public async Task A_case_that_was_stopped_is_read_when_a_file_comes()
    {
        using var keys = new HeldKeys(Cancel);
        await using RunningServer server = await RunningServer.StartAsync(keys: keys);
        string path = await OpenAsync(server);
        (await server.PostAsync(path + "/stop")).Dispose();
        keys.LetGo();

        using var more = new MemoryStream("Another note."u8.ToArray());
        await server.Store.PutFileAsync(IdOf(path), "note.txt", more, "Dana", Cancel);

        (await server.PageAsync(path)).ShouldContain("Late shipment rate");
    }

    private static async Task<string> OpenAsync(RunningServer server)
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-held-").FullName;
        try
        {
            string file = Path.Combine(folder, "notice.eml");
            await File.WriteAllTextAsync(file, Notice, Cancel);
            return await PatientAsync(server, server.OpenCaseAsync(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Lets the clock run until the page has lost its patience with the reading.</summary>
    private static async Task<T> PatientAsync<T>(RunningServer server, Task<T> page)
    {
        while (!page.IsCompleted)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await page;
    }

    private static CaseId IdOf(string path) => new(Guid.Parse(path["/cases/".Length..], CultureInfo.InvariantCulture));

    private sealed class HeldKeys(CancellationToken cancel) : IDkimKeys, IDisposable
    {
        private readonly ManualResetEventSlim _go = new();

        public void LetGo() => _go.Set();

        public DkimKeyAnswer Find(string selector, string domain)
        {
            _go.Wait(cancel);
            return DkimKeyAnswer.NotAsked;
        }

        public void Dispose() => _go.Dispose();
    }
}
