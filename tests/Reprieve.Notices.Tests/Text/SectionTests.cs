using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>Which part of a mail a sentence stands in, seen by what is read from it.</summary>
public sealed class SectionTests
{
    [Fact]
    public void A_list_that_a_request_introduces_is_asked_for_below_the_reasons_too()
    {
        Diagnosis read = Some.Read(
            "Your account has been deactivated.\n\nWhy did this happen?\nWe could not confirm where your goods come from. To help us decide, please send:\n\n- A bank statement\n- Proof of delivery of the goods\n"
        );
        read.Asks.Select(a => a.What).ShouldBe(["bank_statement", "proof_of_delivery"]);
    }

    [Fact]
    public void What_stands_below_a_rule_and_a_sender_is_an_earlier_mail()
    {
        Diagnosis read = Some.Read(
            "We are not able to reactivate the listing, because the supplier could not be verified.\n\n________________________________\nFrom: Amazon Quality\nSent: 2 May 2024\nSubject: Listing\n\nPlease send a plan of action within 7 days. ASIN: B0BZW4LT8K\n"
        );
        read.Deadlines.ShouldBeEmpty();
        read.Asins.ShouldBeEmpty();
        read.Asks.ShouldBeEmpty();
    }

    [Fact]
    public void A_question_in_other_words_still_heads_the_section_on_errors()
    {
        Diagnosis read = Some.Read(
            "Your account has been deactivated because it is related to another account.\n\nWhat if the other account is not mine?\nPlease send a sale deed.\n"
        );
        read.ResponseMode.ShouldNotBe(ResponseMode.Plan);
        read.Asks.Select(a => a.What).ShouldBe(["proof_of_relation"]);
    }

    [Fact]
    public void A_request_without_a_colon_right_above_a_list_introduces_it()
    {
        Diagnosis read = Some.Read(
            "Thank you for your submission. We need additional information.\n\nPlease provide\n*   a proof that you paid your supplier, such as a bank statement\n*   the papers of your supplier, for instance a business license\n"
        );
        read.Asks.Select(a => a.What).ShouldBe(["bank_statement", "business_licence"]);
    }

    [Fact]
    public void An_item_that_speaks_of_stock_heads_no_section_on_stock()
    {
        Diagnosis read = Some.Read(
            "We have removed your selling privileges. Please send a plan of action:\n\n- what you have changed in the way you check your stock\n\nIf we do not have it within 17 days we may close the case."
        );
        read.Deadlines.ShouldHaveSingleItem().For.ShouldBe("response");
    }
}
