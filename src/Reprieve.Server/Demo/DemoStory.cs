using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Responses.Interview;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Demo;

/// <summary>
/// A case from its notice to what was promised, to be watched. Mails take the way of those of a watched mailbox; only that no mail
/// server is asked for them. A step that was taken is not taken again.
/// </summary>
internal sealed class DemoStory(
    DemoRun run,
    Workbench workbench,
    ClientShelf clients,
    CaseDesk desk,
    MailReading reading,
    ArrivalRound round
) : IDisposable
{
    /// <summary>The file of the seller that is brought last.</summary>
    public const string LastReport = "shipments.csv";

    private const string Seller = "Larkmoor Supply";
    private const string Who = "Demo";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>How far it is.</summary>
    public async Task<DemoState> LookAsync(CancellationToken cancel)
    {
        if (clients.All.Named(Seller) is not { } client)
        {
            return new DemoState(null, null);
        }

        IReadOnlyList<Arrival> arrivals = await workbench.Arrivals.ListAsync(
            [client.Id],
            [ArrivalState.Opened, ArrivalState.Flagged, ArrivalState.SetAside],
            cancel: cancel
        );
        StoredCase? opened = null;
        foreach (Arrival arrival in arrivals.Where(one => one.State == ArrivalState.Opened))
        {
            opened ??= arrival.Case is { } id ? await desk.Store.FindAsync(id, cancel) : null;
        }

        return new DemoState(opened, arrivals.FirstOrDefault(one => one.State != ArrivalState.Opened));
    }

    /// <summary>Takes a step if it is the next one.</summary>
    /// <returns>Why not; null when it is taken, or was.</returns>
    public async Task<string?> TakeAsync(DemoStep step, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            DemoState state = await LookAsync(cancel);
            if (state.Next != step)
            {
                return null;
            }

            string? problem = await TakeAsync(step, state.Case, cancel);
            return problem
                ?? ((await LookAsync(cancel)).IsDone(step) ? null : Say.Get("demo_not_done", Say.Get("nav_arrivals")));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Task<string?> TakeAsync(DemoStep step, StoredCase? at, CancellationToken cancel) =>
        step switch
        {
            DemoStep.Notice => ArriveAsync(run.Mails.Of(Path.Combine(run.Story, "notice.eml")), cancel),
            DemoStep.FalseMail => FalseAsync(cancel),
            DemoStep.Reports => BringAsync(at!, cancel),
            DemoStep.Sent => CaseActions.SendAsync(at!.Id, Who, [], desk, cancel),
            DemoStep.More => AnsweredAsync(at!, "more", More, cancel),
            DemoStep.SentAgain => SendAgainAsync(at!, cancel),
            _ => AnsweredAsync(at!, "reinstated", Reinstated, cancel),
        };

    private const string More =
        "Thank you for your submission. We reviewed your plan of action, but we need more information before we can "
        + "reactivate your Amazon.com seller account.\n\nPlease send us greater detail on the steps you have taken to prevent "
        + "late shipments in the future.";

    private const string Reinstated =
        "Thank you for your plan of action. Your Amazon.com seller account has been reactivated. You may sell in our store "
        + "again.";

    /// <summary>A mail comes as one does that was found in a watched mailbox.</summary>
    private async Task<string?> ArriveAsync(byte[] mail, CancellationToken cancel)
    {
        (Account? store, string? problem) = await clients.StoreOfAsync(Seller, Seller, DemoMails.Store);
        if (store is null)
        {
            return problem;
        }

        var mailbox = new Mailbox
        {
            Id = Guid.CreateVersion7(),
            Client = store.Client,
            Address = DemoMails.Recipient,
        };
        // Another each time: the state of the story says whether a mail is due.
        var found = new ArrivedMail(mail, "INBOX", 0, desk.Clock.GetUtcNow(), Guid.NewGuid().ToString());
        await new ArrivalTaker(mailbox, reading, workbench.Arrivals, desk.Clock).TakeAsync(found, cancel);
        await round.SortAsync(store.Client, cancel);
        return null;
    }

    private async Task<string?> FalseAsync(CancellationToken cancel) =>
        await ArriveAsync(await File.ReadAllBytesAsync(run.FalseMail, cancel), cancel);

    /// <summary>Amazon answers some days after the last sending.</summary>
    private Task<string?> AnsweredAsync(StoredCase at, string name, string text, CancellationToken cancel)
    {
        run.GoTo(at.Record.Rounds[^1].Sent.At + TimeSpan.FromDays(3));
        return ArriveAsync(run.Mails.Answer(name, text, desk.Clock.GetUtcNow() - TimeSpan.FromMinutes(1)), cancel);
    }

    private async Task<string?> BringAsync(StoredCase at, CancellationToken cancel)
    {
        foreach (string file in Directory.GetFiles(run.Story).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name == "notice.eml")
            {
                continue;
            }

            // The case has a sheet of questions already; the seller's takes its place.
            if (at.Files.Any(has => has.Path == name))
            {
                await desk.Store.RemoveFileAsync(at.Id, name, Who, cancel);
            }

            await using FileStream content = File.OpenRead(file);
            await desk.Store.PutFileAsync(at.Id, name, content, Who, cancel);
        }

        await desk.SettledAsync(at.Id, Who);
        return null;
    }

    /// <summary>The seller says more of what Amazon asks for, and the answer goes out again.</summary>
    private async Task<string?> SendAgainAsync(StoredCase at, CancellationToken cancel)
    {
        run.GoTo(at.Record.Rounds[0].Sent.At + TimeSpan.FromDays(4));
        string? problem = await desk.TryAsync(
            at.Id,
            Who,
            "answers_given",
            laid =>
            {
                Question asked = desk
                    .Interview.Guide(laid.Work)
                    .Questions.Select(one => one.Question)
                    .First(one => one.Id == "late_shipment.record");
                desk.Interview.Put(laid.Work, asked, new GivenAnswer([Record], Who, null, [], null));
                return true;
            }
        );
        return problem ?? await CaseActions.SendAsync(at.Id, Who, [], desk, cancel);
    }

    private const string Record = "the Google Sheets file Daily Shipping Log";
}
