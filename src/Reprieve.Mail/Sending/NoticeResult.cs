namespace Reprieve.Mail;

/// <summary>What became of a mail that <see cref="MailSender.NotifyAsync"/> sent.</summary>
/// <param name="Taken">Whether the server says that it took it; else it may have only where its answer was lost.</param>
/// <param name="Retry">Whether it may be tried again.</param>
/// <param name="Words">Why it was not taken, with the server's own words; empty when it was.</param>
public sealed record NoticeResult(bool Taken, Retry Retry, string Words);
