using System.Text.Json;
using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Support;
using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.Support;

public sealed class SupportCasesTests : IDisposable
{
    private readonly AccountUnderTest _account = new(
        new AccountData { Cases = [.. Enumerable.Range(1, 25).Select(Case)] }
    );

    public void Dispose() => _account.Dispose();

    [Fact]
    public void Every_case_comes_once_with_all_that_was_written_in_it()
    {
        PullResult pulled = Pull(new PullWish(SupportCases: true));
        pulled.Troubles.ShouldBeEmpty();
        Rows("kept/support-cases.txt").Select(row => row[0]).ShouldBeUnique();
        Rows("kept/support-cases.txt").Count().ShouldBe(25);
        string[][] mails = [.. Rows("kept/support-cases.mails.txt")];
        mails.Length.ShouldBe(25 * 60);
        mails.Select(row => row[1]).ShouldBeUnique();
        mails[0][3].ShouldBe("AMAZON");
        mails[0][5].ShouldBe("Line one.  Line two.");
        mails[0][6].ShouldBe("guide.pdf; form.docx");
    }

    [Fact]
    public void Nobody_s_address_is_kept()
    {
        Pull(new PullWish(SupportCases: true));
        foreach (string file in Directory.GetFiles(Path.Combine(_account.Folder, "kept"), "support-*"))
        {
            File.ReadAllText(file).ShouldNotContain("@");
        }
    }

    [Fact]
    public void They_are_not_asked_for_unless_wished()
    {
        Pull(new PullWish()).Troubles.ShouldBeEmpty();
        _account.StandIn.Calls.ShouldNotContain(call => call.Operation == "listCases");
    }

    [Fact]
    public void A_refusal_is_a_note_and_the_pull_is_whole()
    {
        _account.Seller.Roles.Remove(Roles.Support);
        PullResult pulled = Pull(new PullWish(SupportCases: true));
        pulled.Troubles.ShouldBeEmpty();
        pulled.Notes.ShouldContain(note => note.Contains("listCases", StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_that_Amazon_publishes_is_read()
    {
        string file = Path.Combine(
            Repository.Root,
            "..",
            "shared",
            "amazon",
            "support-api-2025-02-01.sandbox-examples.json"
        );
        Assert.SkipUnless(File.Exists(file), "the example is not here");
        using JsonDocument example = JsonDocument.Parse(File.ReadAllText(file));
        AmazonCase one = example
            .RootElement.GetProperty("listCases")
            .Deserialize(AmazonJson.Default.CaseList)
            .ShouldNotBeNull()
            .Cases.ShouldNotBeNull()
            .ShouldHaveSingleItem();
        IReadOnlyList<CaseContact> contacts = example
            .RootElement.GetProperty("listContacts")
            .Deserialize(AmazonJson.Default.ContactList)
            .ShouldNotBeNull()
            .Contacts.ShouldNotBeNull();
        SupportCaseRows
            .Of(one, contacts)
            .ShouldBe([
                "C1234567890\tRESOLVED\ttest subject\t2024-01-12T10:00:00Z\t2024-01-12T10:00:00Z\t2024-01-12T10:00:00Z",
                "M1234567890\tTestContactId\t2024-01-12T11:00:00Z\tSELLING_PARTNER\tEMAIL\tsample email message\ttestAttachment.txt",
            ]);
    }

    private PullResult Pull(PullWish wish) =>
        _account.Time.Run(async () =>
        {
            using AccountPull pull = await AccountPull.OpenAsync(_account.Open(), _account.Folder, wish: wish);
            return await pull.RunAsync(null, TestContext.Current.CancellationToken);
        });

    private IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(_account.Folder, file)).Skip(1).Select(row => row.Split('\t'));

    private static SupportCase Case(int number)
    {
        DateTimeOffset created = AccountUnderTest.Begin.AddDays(-number);
        return new SupportCase(
            $"9000{number}",
            "Why is it not shown?",
            "RESOLVED",
            created,
            created.AddHours(1),
            [
                .. Enumerable
                    .Range(1, 60)
                    .Select(mail => new SupportMail(
                        $"9000{number}-{mail}",
                        created.AddMinutes(mail),
                        ByAmazon: true,
                        "Line one.\r\nLine two.",
                        ["guide.pdf", "form.docx"]
                    )),
            ]
        );
    }
}
