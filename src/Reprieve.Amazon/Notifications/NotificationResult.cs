namespace Reprieve.Amazon.Notifications;

/// <summary>What a look into a queue brought.</summary>
/// <param name="Taken">Notifications that were handed over.</param>
/// <param name="Again">Messages that were deleted because their notification had been handed over or set aside before.</param>
/// <param name="SetAside">Messages that nothing can be done with, to be shown to a person.</param>
/// <param name="Trouble">Why the look did not come to its end; null when it did.</param>
public sealed record NotificationResult(
    int Taken,
    int Again,
    IReadOnlyList<SetAsideMessage> SetAside,
    NotificationTrouble? Trouble
);

/// <summary>A message that was taken from the queue and kept beside the book, because it cannot be used.</summary>
/// <param name="At">When it was set aside, in UTC.</param>
/// <param name="Reason">Why, in the language of the screen at that time.</param>
/// <param name="Body">The whole message; it may be anything.</param>
public sealed record SetAsideMessage(DateTimeOffset At, string Reason, string Body);

/// <summary>Why a queue could not be emptied.</summary>
/// <param name="Sentence">What is wrong and what to do, in the screen's language.</param>
/// <param name="NeedsPerson">Whether somebody has to put something right; otherwise waiting may help.</param>
/// <param name="NotBefore">Until then the watcher leaves the queue alone. A new watcher tries at once.</param>
/// <param name="Cause">What the taker threw, where it was the taker; for a log.</param>
public sealed record NotificationTrouble(
    string Sentence,
    bool NeedsPerson,
    DateTimeOffset NotBefore,
    Exception? Cause = null
);
