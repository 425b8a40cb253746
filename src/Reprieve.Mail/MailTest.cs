namespace Reprieve.Mail;

/// <summary>What a server of an account said when it was tried.</summary>
/// <param name="Good">Whether it may be used as it is.</param>
/// <param name="Sentence">What was found and, where it is not good, what to do.</param>
public sealed record MailFinding(bool Good, string Sentence);

/// <summary>What a trial of an account found.</summary>
/// <param name="Smtp">Of the server that takes mail.</param>
/// <param name="Imap">Of the server that shows the mailbox. Without it an uncertain sending is for a person to settle.</param>
public sealed record MailTest(MailFinding Smtp, MailFinding Imap);
