namespace Reprieve.SampleMaker;

/// <summary>A mail that only pretends: a look-alike sender, another reply address, a link that leads elsewhere.</summary>
internal static class Phishing
{
    public static void Write(SampleFolder folder) =>
        new Mail
        {
            From = "seller-performance@amazon-sellercentral.example",
            FromName = "Amazon Seller Performance",
            ReplyTo = "verification.desk@sellers-help.example",
            To = "owner@larkmoor-supply.example",
            Subject = "URGENT: your Amazon seller account will be closed",
            Date = StoreTime.At(new(2026, 10, 2), 3, 5, 17),
            Id = "b7f20c41@amazon-sellercentral.example",
            Html = """
                <html><body>
                <p>Dear Amazon Seller,</p>
                <p>Your Amazon seller account has been deactivated because we were unable to verify your account information. To keep selling you must verify your account within 24 hours, otherwise your account will be closed permanently and your funds will be lost.</p>
                <p>Please sign in and confirm your password, your bank account and your credit card number and its security code:</p>
                <p><a href="https://sellercentral-login.example/ap/signin?openid=verify">https://sellercentral.amazon.com/performance/dashboard</a></p>
                <p>If the button does not work, reply to this message with a copy of your card, front and back.</p>
                <p>Thank you,<br>Amazon Seller Performance Team</p>
                </body></html>
                """,
        }.Write(folder, "notice.eml");
}
