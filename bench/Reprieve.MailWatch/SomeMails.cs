using System.Globalization;
using System.Text;

namespace Reprieve.MailWatch;

/// <summary>Mails as mailboxes hold them: a few of Amazon's, many others.</summary>
internal static class SomeMails
{
    private static readonly (string From, string Subject, string Text)[] Amazons =
    [
        ("Amazon <no-reply@amazon.com>", "Your account", "We have reviewed your plan of action."),
        ("=?utf-8?B?5Lqa6ams6YCK?= <a@example.org>", "=?utf-8?B?5biQ5oi3?=", "We need more information."),
        ("Partner <p@example.org>", "Fwd: Amazon Seller Performance", "Please look."),
        ("Colleague <c@example.org>", "Look at this", "Amazon wrote that the account is active again."),
    ];

    private static readonly string[] Others = ["Invoice", "Lunch on Friday", "Your parcel", "Minutes", "Newsletter"];

    /// <summary>A mail from or about Amazon.</summary>
    /// <param name="name">Its own name, which stands in it.</param>
    /// <param name="received">How it came, which may differ from delivery to delivery.</param>
    public static byte[] Amazon(string name, string received = "here", int lines = 5)
    {
        (string from, string subject, string text) = Amazons[Hash(name) % Amazons.Length];
        return Mail(name, from, subject, text, received, lines);
    }

    /// <summary>Any other mail.</summary>
    public static byte[] Other(string name, int lines = 5) =>
        Mail(name, "Somebody <s@example.org>", Others[Hash(name) % Others.Length], "Good morning,", "here", lines);

    private static int Hash(string name) => name.Sum(letter => letter);

    private static byte[] Mail(string name, string from, string subject, string text, string received, int lines)
    {
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"Received: from {received}\r\nX-Name: {name}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Message-ID: <{name.Replace(' ', '.')}@example.org>\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"From: {from}\r\nTo: seller@example.com\r\nSubject: {subject}\r\n");
        mail.Append("Date: Fri, 27 Nov 2026 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"{text}\r\nThis is {name}.\r\n");
        for (int i = 0; i < lines; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Line {i} of what else there is to say in this mail here.\r\n");
        }

        return Encoding.UTF8.GetBytes(mail.ToString());
    }
}
