using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>The first notice, the plan that was sent, and Amazon's answer to it.</summary>
internal static class SecondRoundMails
{
    public static void Write(SampleFolder folder, (int Defects, int Orders) figure)
    {
        string rate = (100.0 * figure.Defects / figure.Orders).ToString("0.0", CultureInfo.InvariantCulture) + "%";
        Notice(rate).Write(folder, "notice.eml");
        Answer().Write(folder, "answer.eml");
        folder.Sub("rounds").Sub("1").Text("plan.txt", Plan(rate));
    }

    private static Mail Notice(string rate) =>
        new()
        {
            From = "seller-performance@amazon.com",
            FromName = "Amazon.com",
            To = "shop@brindlecove.example",
            Subject = "Your Amazon seller account has been deactivated",
            Date = StoreTime.At(SecondRound.NoticeDay, 10, 2, 11),
            Id = "20260818-brindlecove@amazon.com",
            Text = $"""
                Hello Brindlecove Goods,

                Your Amazon seller account has been deactivated in accordance with section 3 of Amazon's Business Solutions Agreement. Your listings have been removed from our store. Funds will not be transferred to you while we work with you to address this issue. Please ship any open orders.

                Why is this happening?

                Your order defect rate is {rate}. We ask sellers to keep an order defect rate under 1%. The order defect rate counts orders with negative feedback, A-to-z Guarantee claims and chargebacks: https://sellercentral.amazon.com/help/hub/reference/G200285170

                Buyers told us that items arrived damaged and that items were not received.

                How do I reactivate my account?

                Send us a plan of action that explains:
                -- The root cause of the high order defect rate.
                -- The actions you have taken to resolve the issue.
                -- The steps you have taken to prevent the issue in the future.

                Go to Account Health in Seller Central and select "Reactivate your account" at the top of the page: https://sellercentral.amazon.com/performance/dashboard

                Has your account been deactivated in error?

                If you believe there has been an error, please tell us so in the same place.

                Seller Performance Team
                Amazon.com
                """,
        };

    private static Mail Answer() =>
        new()
        {
            From = "seller-performance@amazon.com",
            FromName = "Amazon.com",
            To = "shop@brindlecove.example",
            Subject = "Your Amazon seller account: more information needed",
            Date = StoreTime.At(SecondRound.AnswerDay, 7, 34, 52),
            Id = "20260825-brindlecove@amazon.com",
            Text = """
                Hello Brindlecove Goods,

                Thank you for your submission. We reviewed your plan of action, but we need more information before we can reactivate your account.

                To continue, please send us a revised plan of action that includes:
                -- Greater detail on the root cause of the complaints that items arrived damaged and that items were not received.
                -- Greater detail on the actions you have taken to resolve the complaints that items arrived damaged and that items were not received.
                -- Greater detail on the steps you have taken to prevent complaints that items arrived damaged and that items were not received.

                How do I send the required information?

                Go to Account Health in Seller Central, select "View appeal" at the top of the page and submit the information within 14 days of this message: https://sellercentral.amazon.com/performance/dashboard

                Until we receive the information, your account will remain deactivated. Please ship any open orders.

                Seller Performance Team
                Amazon.com
                """,
        };

    /// <summary>A first plan as many are: honest, short, and without anything that could be checked.</summary>
    private static string Plan(string rate) =>
        $"""
            Plan of action - Brindlecove Goods
            August 20, 2026

            Our order defect rate was {rate} at the notice of August 18, 2026.

            Root cause
            Some orders were damaged in transit because they were not packed well enough. Other buyers said that their parcel did not arrive.

            Actions taken
            We refunded the buyers concerned. We told our staff to pack with more care.

            Prevention
            We will check our packaging more carefully and choose reliable carriers, so that buyers are satisfied.

            """.ReplaceLineEndings("\n");
}
