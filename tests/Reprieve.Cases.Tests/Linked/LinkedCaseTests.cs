using System.Globalization;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Cases.Tests.Linked;

public sealed class LinkedCaseTests
{
    [Fact]
    public void Five_notices_of_one_event_get_five_answers_in_their_languages_with_their_last_days()
    {
        using var folder = new EventFolder(EventFolder.Five);

        CaseWork work = folder.Write();

        work.Paths.Store.ShouldBeNull();
        work.Record.Marketplace.ShouldBe("amazon.co.jp", "the newest notice is the case's own");
        Shown(work).ShouldBe("amazon.co.jp ja Quillbrook Home 2026-10-31");
        work.Linked.Select(store => $"{store.Paths.Store}: {Shown(store)}")
            .ShouldBe([
                "amazon.com: amazon.com en Quillbrook Home 2026-10-31",
                "amazon.com-2: amazon.com en Petrel Lane 2026-10-24",
                "amazon.co.uk: amazon.co.uk en Quillbrook Home 2026-11-13",
                "amazon.de: amazon.de de Quillbrook Home 2026-10-28",
            ]);
        folder.Read("appeal-amazon.com-2", "plan.txt").ShouldContain("our store Petrel Lane on Amazon.com");
        folder.Read("appeal-amazon.de", "plan.txt").ShouldContain("unseren Shop Quillbrook Home auf Amazon.de");
    }

    [Fact]
    public void Every_store_has_the_same_papers()
    {
        using var folder = new EventFolder(EventFolder.Five);

        CaseWork work = folder.Write();

        work.Linked.ShouldNotBeEmpty();
        foreach (CaseWork store in work.Linked.Prepend(work))
        {
            store
                .Documents.Select(paper => paper.Path)
                .ShouldBe(["invoice-TF-2026-0311.pdf", "invoice-TF-2026-0727.pdf"]);
        }
    }

    [Fact]
    public void The_figures_of_one_store_are_not_said_in_the_answer_for_another()
    {
        using var folder = new EventFolder(EventFolder.Five);

        CaseWork work = folder.Write();

        ReportsOf(work).ShouldBeEmpty();
        ReportsOf(Store(work, "amazon.com")).ShouldBe(["feedback.txt", "listings.txt", "orders.txt"]);
        ReportsOf(Store(work, "amazon.com-2")).ShouldBeEmpty();
        ReportsOf(Store(work, "amazon.de")).ShouldBeEmpty();
        Store(work, "amazon.com").Review!.Metrics.Sum(metric => metric.Denominator).ShouldBeGreaterThan(0);
        Store(work, "amazon.de").Review!.Metrics.Sum(metric => metric.Denominator).ShouldBe(0);
        Store(work, "amazon.de").Review!.Voices.ShouldBeEmpty();
    }

    [Fact]
    public void Reports_in_a_folder_named_after_a_store_are_that_stores()
    {
        using var folder = new EventFolder("us.eml", "us-second.eml");
        Directory.CreateDirectory(Path.Combine(folder.Folder, "amazon.com-2"));
        folder.Write();
        File.Move(
            Path.Combine(folder.Folder, "feedback.txt"),
            Path.Combine(folder.Folder, "amazon.com-2", "feedback.txt")
        );

        CaseWork work = folder.Write();

        ReportsOf(Store(work, "amazon.com-2")).ShouldBe(["amazon.com-2/feedback.txt"]);
        ReportsOf(work).ShouldBe(["listings.txt", "orders.txt"]);
    }

    [Fact]
    public void A_store_keeps_its_key_and_its_answer_when_another_notice_comes()
    {
        using var folder = new EventFolder("us.eml", "de.eml");
        CaseWork before = folder.Write();
        before.Record.Marketplace.ShouldBe("amazon.de");
        File.Copy(
            Path.Combine(Repository.Root, "tests", "Reprieve.Cases.Tests", "Fixtures", "Linked", "jp.eml"),
            Path.Combine(folder.Folder, "jp.eml")
        );

        CaseWork after = folder.Write();

        after.Record.Id.ShouldBe(before.Record.Id);
        after.Record.Marketplace.ShouldBe("amazon.de");
        after.Linked.Select(store => store.Paths.Store).ShouldBe(["amazon.com", "amazon.co.jp"]);
        Store(after, "amazon.com").Record.Id.ShouldBe(Store(before, "amazon.com").Record.Id);
    }

    [Fact]
    public void Amazons_answer_goes_to_the_store_that_it_is_about_and_opens_its_next_round_only()
    {
        using var folder = new EventFolder("us.eml", "us-second.eml", "de.eml");
        CaseWork work = folder.Write();
        var send = new SendCase(KnowledgeLoader.BuiltIn, folder.Clock);
        folder.Clock.Advance(TimeSpan.FromHours(1));
        send.RecordByHand(Store(work, "amazon.com-2"), "Wei Ning", []);
        folder.Clock.Advance(TimeSpan.FromDays(2));
        File.WriteAllText(
            Path.Combine(folder.Folder, "answer.txt"),
            """
            From: Amazon Seller Performance <seller-performance@amazon.com>
            Sent: Thursday, October 22, 2026 10:00 AM
            Subject: Your Amazon.com seller account

            Hello Petrel Lane,

            Thank you for your submission. We have decided not to reinstate your Amazon.com account at this time.
            The information you sent does not explain the root cause of the complaints about authenticity.
            You may send a revised plan of action that explains the root cause in greater detail.
            """
        );

        CaseWork after = folder.Write();

        CaseWork second = Store(after, "amazon.com-2");
        second.Notice.Source.ShouldBe("answer.txt");
        second.Earlier.Single().Answer.ShouldNotBeNull().Source.ShouldBe("answer.txt");
        after.Notice.Source.ShouldBe("de.eml");
        after.Earlier.ShouldBeEmpty();
        Store(after, "amazon.com").Notice.Source.ShouldBe("us.eml");
        after.Record.Timeline.Select(entry => entry.What).ShouldContain("store_sent");
        after.Record.Stage.ShouldBe(CaseStage.Ready);
    }

    [Fact]
    public void What_is_said_of_one_store_holds_for_that_store_alone()
    {
        using var folder = new EventFolder("us.eml", "de.eml");
        CaseWork us = Store(folder.Write(), "amazon.com");
        var interview = new InterviewCase(KnowledgeLoader.BuiltIn, folder.Clock);
        Question store = interview.Guide(us).Questions.First(state => state.Question.Id == "seller.store").Question;

        interview.Put(us, store, new GivenAnswer(["Quillbrook Kitchen"], "Wei Ning", null, []));

        CaseWork after = folder.Write();
        folder.Read("answers-amazon.com.yaml").ShouldContain("Quillbrook Kitchen");
        folder.Read("answers.yaml").ShouldNotContain("Quillbrook Kitchen");
        Store(after, "amazon.com").Store.ShouldBe("Quillbrook Kitchen");
        after.Store.ShouldBe("Quillbrook Home");
        var written = (WrittenResponse)Store(after, "amazon.com").Response!;
        written
            .Facts.First(fact => fact.Id == "seller.store")
            .Source.ShouldNotBeNull()
            .File.ShouldBe("answers-amazon.com.yaml");
    }

    [Fact]
    public void A_case_about_one_store_is_as_ever()
    {
        using var folder = new EventFolder("us.eml");

        CaseWork work = folder.Write();

        work.Stores.Count.ShouldBe(1);
        work.Linked.ShouldBeEmpty();
        ReportsOf(work).ShouldBe(["feedback.txt", "listings.txt", "orders.txt"]);
        Directory.EnumerateDirectories(folder.Folder).Select(Path.GetFileName).ShouldBe(["appeal"]);
    }

    [Theory]
    [InlineData("amazon.fr", "amazon.de")]
    [InlineData("amazon.de", "one store")]
    public void A_store_that_is_not_there_is_said_with_those_that_are(string store, string said)
    {
        using var folder = new EventFolder(store == "amazon.fr" ? ["us.eml", "de.eml", "jp.eml"] : ["us.eml"]);

        Should
            .Throw<CaseException>(() =>
                new ReadCase(KnowledgeLoader.BuiltIn, folder.Clock).Open(folder.Paths.ForStore(store))
            )
            .Message.ShouldContain(said);
    }

    private static CaseWork Store(CaseWork work, string key) => work.Linked.Single(store => store.Paths.Store == key);

    private static IEnumerable<string> ReportsOf(CaseWork work) =>
        work.Review!.Files.Where(file => file.Type is not ("notice" or "document" or "answers"))
            .Select(file => file.Path)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string Shown(CaseWork work) =>
        string.Join(
            ' ',
            work.Notice.Marketplace,
            work.Response?.Language,
            work.Store,
            work.Notice.Deadlines[0].Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
}
