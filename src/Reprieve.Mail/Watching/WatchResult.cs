namespace Reprieve.Mail;

/// <summary>What a look into a mailbox brought.</summary>
/// <param name="Taken">Mails that were handed over.</param>
/// <param name="PassedOver">Mails and folders that could not be read and are left aside; to be shown to a person.</param>
/// <param name="Trouble">Why the look did not come to its end; null when it did.</param>
public sealed record WatchResult(int Taken, IReadOnlyList<PassedOver> PassedOver, WatchTrouble? Trouble);

/// <summary>Something in a mailbox that could not be read.</summary>
/// <param name="Folder">The folder's full name.</param>
/// <param name="Uid">The mail's number there; null where it is the folder itself.</param>
/// <param name="Sentence">What it is and what to do, in the screen's language.</param>
public sealed record PassedOver(string Folder, uint? Uid, string Sentence);

/// <summary>Why a mailbox could not be looked into.</summary>
/// <param name="Sentence">What is wrong and what to do, in the screen's language.</param>
/// <param name="Retry">
/// <see cref="Retry.Later"/> where waiting may help, <see cref="Retry.WhenPutRight"/> where somebody has to put something right.
/// </param>
/// <param name="NotBefore">Until then the watcher leaves the server alone. A new watcher tries at once.</param>
public sealed record WatchTrouble(string Sentence, Retry Retry, DateTimeOffset NotBefore);
