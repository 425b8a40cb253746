using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Checks;

public sealed class UtilityBillTests
{
    private static readonly DocumentContext Account = new()
    {
        NoticeDate = new DateOnly(2026, 9, 1),
        LegalNames = ["Maple Kitchen LLC"],
        Address = "9 Elm Street, Austin, TX 78701",
    };

    private static List<DocumentFinding> Findings(
        string date,
        DocumentContext context,
        string name = "Maple Kitchen LLC",
        string street = "9 Elm St"
    ) =>
        [
            .. new Paper()
                .At(40, 40, "Prairie Power & Light", 14)
                .At(300, 40, "Electricity Bill", 14)
                .At(40, 80, $"Bill date: {date}")
                .Block(40, 120, "Account holder:", name, street, "Austin, TX 78701")
                .Read(context)
                .Findings.Where(finding => finding.Rule == "DOC-11"),
        ];

    [Theory]
    [InlineData("2026-06-03")]
    [InlineData("2026-09-10")]
    public void A_recent_bill_in_the_accounts_name_passes(string date) => Findings(date, Account).ShouldBeEmpty();

    [Fact]
    public void A_bill_of_more_than_ninety_days_blocks()
    {
        DocumentFinding finding = Findings("2026-06-02", Account).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Message.ShouldContain("91 days before");
    }

    [Fact]
    public void A_bill_to_somebody_else_blocks_and_says_to_whom() =>
        Findings("2026-08-01", Account, name: "Dana Example")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("Dana Example");

    [Fact]
    public void A_name_written_otherwise_warns() =>
        Findings("2026-08-01", Account, name: "Maple Kitchen Supplies LLC")
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void Another_address_warns() =>
        Findings("2026-08-01", Account, street: "4410 Harbor Parkway, Unit 77, Galveston Island")
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warn);

    [Fact]
    public void Where_nothing_is_known_of_the_account_nothing_is_said() =>
        Findings("2019-01-01", new DocumentContext(), name: "Dana Example").ShouldBeEmpty();
}
