using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals.Routes;

/// <summary>
/// Finds the way to send: the notice decides. Only ways and mailboxes of <c>knowledge/routes</c> are used; an
/// address that only the mail names is used when the mail's signature proves that it is Amazon's, else shown only.
/// </summary>
public static class RouteFinder
{
    /// <summary>
    /// The way the notice names, the one for its kind when it names none, else the best known.
    /// </summary>
    /// <exception cref="AppealException">The knowledge has no way for a seller at all.</exception>
    public static Route Find(Diagnosis notice, KnowledgeBase knowledge)
    {
        List<Route> open = [.. knowledge.Routes.Where(route => Serves(route, notice))];
        RouteChannel channel = notice.Route.Channel;
        Route? found = channel switch
        {
            RouteChannel.Unknown => null,
            RouteChannel.Email => Mailbox(open, notice, knowledge),
            _ => MostSpecific(open.Where(route => route.Channel == channel)),
        };
        return found
            ?? MostSpecific(open.Where(IsSpecific))
            ?? open.FirstOrDefault(route => route.BestKnown)
            ?? open.FirstOrDefault(route => route.Channel == RouteChannel.AccountHealth)
            ?? throw new AppealException(Say.Texts.Get("NoRoute"));
    }

    /// <summary>The ways to take when one is closed, in order.</summary>
    public static IReadOnlyList<Route> Fallbacks(Route route, KnowledgeBase knowledge) =>
        [.. route.Fallbacks.SelectMany(code => knowledge.Routes.Where(other => other.Code == code))];

    /// <summary>
    /// The mailbox of a route: the one the mail names if knowledge has it or the mail is proven, else the route's first.
    /// </summary>
    public static string? Address(Route route, Diagnosis notice)
    {
        string? named = Normal(notice.Route.Address);
        return named is not null
            && route.Channel == RouteChannel.Email
            && route.For == RouteUser.Seller
            && (route.Addresses.Contains(named) || (route.Addresses.Count == 0 && IsProven(notice)))
                ? named
            : route.Addresses.Count > 0 ? route.Addresses[0]
            : null;
    }

    /// <summary>
    /// Where a mail by this way goes: the mailbox of the route, or for an answer to the message itself the address that its
    /// proven headers name. Null where the way is no mail, or nobody knows a mailbox that may be used.
    /// </summary>
    public static string? MailAddress(Route route, Diagnosis notice) =>
        route.Channel switch
        {
            RouteChannel.Email => Address(route, notice),
            RouteChannel.Reply when IsProven(notice) => notice.Thread?.ReplyTo,
            _ => null,
        };

    /// <summary>The address that only the mail names: to be shown, never to be used. Null when there is none.</summary>
    public static string? NamedByTheMailOnly(Diagnosis notice, KnowledgeBase knowledge) =>
        notice.Route.Address is { Length: > 0 } address && !IsKnown(address, knowledge) ? address : null;

    /// <summary>Whether a mailbox stands in knowledge as one of Amazon's.</summary>
    public static bool IsKnown(string address, KnowledgeBase knowledge) =>
        knowledge.Routes.Any(route => route.Addresses.Contains(Normal(address)!));

    private static Route? Mailbox(List<Route> open, Diagnosis notice, KnowledgeBase knowledge)
    {
        string? named = Normal(notice.Route.Address);
        IEnumerable<Route> mailboxes = open.Where(route => route.Channel == RouteChannel.Email);
        return named is null
            ? MostSpecific(mailboxes.Where(IsSpecific))
            : MostSpecific(mailboxes.Where(route => route.Addresses.Contains(named)))
                ?? (
                    IsProven(notice) && !IsKnown(named, knowledge)
                        ? mailboxes.FirstOrDefault(route => route.Addresses.Count == 0)
                        : null
                );
    }

    private static bool Serves(Route route, Diagnosis notice) =>
        route.For == RouteUser.Seller
        && route.HoldsFor(notice.Marketplace)
        && (route.Kinds.Count == 0 || route.Kinds.Contains(notice.Kind))
        && (route.Reasons.Count == 0 || notice.Reasons.Any(reason => route.Reasons.Contains(reason.Code)));

    private static Route? MostSpecific(IEnumerable<Route> routes) =>
        routes.OrderByDescending(Specificity).FirstOrDefault();

    private static bool IsSpecific(Route route) => route.Kinds.Count > 0;

    private static int Specificity(Route route) => (route.Kinds.Count > 0 ? 1 : 0) + (route.Reasons.Count > 0 ? 1 : 0);

    private static bool IsProven(Diagnosis notice) => notice.Authenticity.Verdict == AuthenticityVerdict.Genuine;

    private static string? Normal(string? address) => address?.Trim().ToLowerInvariant();
}
