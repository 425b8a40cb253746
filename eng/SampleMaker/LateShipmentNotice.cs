using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>The notice to the late-shipment shop: our own words, in the manner of such mails since 2023.</summary>
internal static class LateShipmentNotice
{
    public static void Write(SampleFolder folder, int late, int orders)
    {
        string rate = (100.0 * late / orders).ToString("0.0", CultureInfo.InvariantCulture) + "%";
        string[] why =
        [
            $"Your late shipment rate over the last 30 days is {rate}. Our target is a late shipment rate under 4%.",
            "The late shipment rate counts seller-fulfilled orders whose shipment was confirmed after the expected ship date. Orders that ship late lead to buyers who ask where their order is and who do not come back.",
        ];
        string[] parts =
        [
            "The root cause of your late shipments.",
            "The actions you have taken to resolve the late shipments.",
            "The steps you have taken to prevent late shipments in the future.",
        ];
        const string Dashboard = "https://sellercentral.amazon.com/performance/dashboard";
        const string Policy = "https://sellercentral.amazon.com/help/hub/reference/G200285190";

        string text = $"""
            Hello Larkmoor Supply,

            Your Amazon seller account has been deactivated in accordance with section 3 of Amazon's Business Solutions Agreement. Your seller-fulfilled listings have been removed from our store. Funds will not be transferred to you and will stay in your account while we work with you to address this issue. Please ship any open orders to avoid further impact on your account.

            Why is this happening?

            {why[0]} {why[1]}

            You can read more about this metric here: {Policy}

            How do I reactivate my account?

            Send us a plan of action within 7 days of this message. The plan must explain:
            -- {parts[0]}
            -- {parts[1]}
            -- {parts[2]}

            How do I send the required information?

            Go to Account Health in Seller Central, select "Reactivate your account" at the top of the page and follow the steps to submit your plan: {Dashboard}

            Has your account been deactivated in error?

            If you believe that the figure above is wrong, tell us so through the same page and explain why.

            What happens if I do not send the required information?

            If we do not receive the requested information, your account may remain deactivated. If we find that you have engaged in deceptive, fraudulent or illegal activity, we may withhold some or all funds in your account.

            We are here to help

            You can see your account's performance at any time on the Account Health page of Seller Central.

            Seller Performance Team
            Amazon.com
            """;
        string html = $"""
            <html><body style="font-family: Arial, sans-serif">
            <p>Hello Larkmoor Supply,</p>
            <p>Your Amazon seller account has been deactivated in accordance with section 3 of Amazon's Business Solutions Agreement. Your seller-fulfilled listings have been removed from our store. Funds will not be transferred to you and will stay in your account while we work with you to address this issue. Please ship any open orders to avoid further impact on your account.</p>
            <p><b>Why is this happening?</b></p>
            <p>{why[0]} {why[1]}</p>
            <p>You can read more about this metric <a href="{Policy}">here</a>.</p>
            <p><b>How do I reactivate my account?</b></p>
            <p>Send us a plan of action within 7 days of this message. The plan must explain:</p>
            <ul><li>{parts[0]}</li><li>{parts[1]}</li><li>{parts[2]}</li></ul>
            <p><b>How do I send the required information?</b></p>
            <p>Go to <a href="{Dashboard}">Account Health</a> in Seller Central, select "Reactivate your account" at the top of the page and follow the steps to submit your plan.</p>
            <p><b>Has your account been deactivated in error?</b></p>
            <p>If you believe that the figure above is wrong, tell us so through the same page and explain why.</p>
            <p><b>What happens if I do not send the required information?</b></p>
            <p>If we do not receive the requested information, your account may remain deactivated. If we find that you have engaged in deceptive, fraudulent or illegal activity, we may withhold some or all funds in your account.</p>
            <p><b>We are here to help</b></p>
            <p>You can see your account's performance at any time on the Account Health page of Seller Central.</p>
            <p>Seller Performance Team<br>Amazon.com</p>
            </body></html>
            """;
        new Mail
        {
            From = "seller-performance@amazon.com",
            FromName = "Amazon.com",
            To = "owner@larkmoor-supply.example",
            Subject = "Your Amazon seller account has been deactivated",
            Date = StoreTime.At(LateShipment.NoticeDay, 18, 12, 40),
            Id = "20260929-larkmoor@amazon.com",
            Text = text,
            Html = html,
        }.Write(folder, "notice.eml");
    }
}
