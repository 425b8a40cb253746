using Reprieve.Appeals.Packing;
using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;

namespace Reprieve.Appeals;

/// <summary>An answer as a mail: where it goes, and which papers go with its text.</summary>
public sealed record AppealLetter
{
    private const string Answering = "Re: ";

    /// <summary>For a notice without a subject. It is for Amazon's staff, whatever the screen's language.</summary>
    private const string Unnamed = "Appeal of an account action";

    /// <summary>The way of the notice, by e-mail or as a reply.</summary>
    public required Route Route { get; init; }

    /// <summary>The one address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The package's files that go with it, in the order in which Amazon should read them.</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>The message that it is a reply to; null for a mail of its own.</summary>
    public MailThread? Answers { get; init; }

    /// <summary>The answer as a mail; null where the notice's way is no mail, or there is nothing to send.</summary>
    public static AppealLetter? Of(Diagnosis notice, Response? response, KnowledgeBase knowledge)
    {
        if (Trust.IsRefused(notice) || response is not WrittenResponse written)
        {
            return null;
        }

        Route route = RouteFinder.Find(notice, knowledge);
        if (RouteFinder.MailAddress(route, notice) is not { } address)
        {
            return null;
        }

        bool replies = route.Channel == RouteChannel.Reply;
        return new AppealLetter
        {
            Route = route,
            To = address,
            Subject = SubjectOf(notice, replies),
            Attachments = [.. written.Attachments.Select(paper => $"{PackageFiles.Attachments}/{paper.SendAs}")],
            Answers = replies ? notice.Thread : null,
        };
    }

    /// <summary>Amazon's own subject, so that the mail finds its case there.</summary>
    private static string SubjectOf(Diagnosis notice, bool replies)
    {
        string subject = string.Concat((notice.Subject ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return subject.Length == 0 ? Unnamed
            : replies && !subject.StartsWith(Answering, StringComparison.OrdinalIgnoreCase) ? Answering + subject
            : subject;
    }
}
