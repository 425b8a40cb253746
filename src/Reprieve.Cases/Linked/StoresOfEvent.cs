using System.Globalization;
using Reprieve.Answers.Matching;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Linked;

/// <summary>
/// Sorts the messages of a case by the store they are about: five stores of one seller get five notices for one event, and
/// each wants an answer of its own. Only a notice that names its store begins a store; what else comes (answers, mail
/// without a store, forgeries) goes to the store it fits, or to the case's own. Two notices for one domain are about two
/// stores when they greet two names, neither of which the seller says is theirs in this case.
/// </summary>
internal sealed class StoresOfEvent(KnowledgeBase knowledge, Seller seller)
{
    /// <summary>More than a seller's stores: mails that greet ever new names must not cost an answer each.</summary>
    internal const int MostStores = 40;

    /// <summary>The stores, the case's own first; one where all messages are about one store.</summary>
    /// <param name="messages">Oldest first.</param>
    /// <param name="own">The record of the case's own answer; null when there is none yet.</param>
    /// <param name="linked">The records of linked stores, by key.</param>
    public IReadOnlyList<LinkedStore> Sort(
        IReadOnlyList<Diagnosis> messages,
        Case? own,
        IReadOnlyDictionary<string, Case> linked
    )
    {
        List<Group> groups = [];
        foreach (Diagnosis message in messages.Where(Begins))
        {
            string? name = Salutation.NameIn(message, knowledge);
            Group? group = groups.Find(group => group.Marketplace == message.Marketplace && IsSame(group.Name, name));
            if (group is null && groups.Count == MostStores)
            {
                group = groups.FindLast(other => other.Marketplace == message.Marketplace) ?? groups[^1];
            }
            else if (group is null)
            {
                groups.Add(group = new Group(message.Marketplace, name));
            }

            group.Name ??= name;
            group.Messages.Add(message);
        }

        if (groups.Count < 2)
        {
            return [new LinkedStore(null, groups.Count == 0 ? null : groups[0].Marketplace, NameOf(groups), messages)];
        }

        Group ofCase = OwnAmong(groups, messages, own, linked);
        foreach (Diagnosis message in messages.Where(message => !Begins(message)))
        {
            (Fitting(groups, message) ?? ofCase).Messages.Add(message);
        }

        return Keyed([ofCase, .. groups.Where(group => group != ofCase)], linked);
    }

    private static bool Begins(Diagnosis message) =>
        message is { Marketplace: not null, Decision: null }
        && !NoticeChoice.SpeaksAgainstAmazon(message)
        && ArrivalSorter.Begins(message.Kind);

    private bool IsSame(string? one, string? other) =>
        one is null || other is null || Equal(one, other) || (IsSeller(one) && IsSeller(other));

    private bool IsSeller(string name) =>
        new[] { seller.Store, seller.LegalName, seller.LegalNameEnglish }.OfType<string>().Any(own => Equal(own, name));

    private static bool Equal(string one, string other) =>
        one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(List<Group> groups) => groups.Count == 0 ? null : groups[0].Name;

    /// <summary>The store whose answer is the case's own: the one it was before, else that of the message to answer.</summary>
    private Group OwnAmong(
        List<Group> groups,
        IReadOnlyList<Diagnosis> messages,
        Case? own,
        IReadOnlyDictionary<string, Case> linked
    )
    {
        List<Group> free = [.. groups.Where(group => KeyOf(group, linked) is null)];
        free = free.Count == 0 ? groups : free;
        Group? before = (own?.Notices ?? [])
            .Reverse()
            .Select(notice => free.Find(group => group.Holds(notice.Sha256)))
            .FirstOrDefault(group => group is not null);
        Diagnosis newest = NoticeChoice.ToAnswer(messages)!;
        return before ?? free.Find(group => group.Holds(newest.Sha256)) ?? Fitting(free, newest) ?? free[^1];
    }

    /// <summary>The store that a further message is about: by complaint, else by domain and the name it greets; null when nothing tells.</summary>
    private Group? Fitting(List<Group> groups, Diagnosis message)
    {
        if (NoticeChoice.SpeaksAgainstAmazon(message))
        {
            return null;
        }

        string? name = Salutation.NameIn(message, knowledge);
        List<Group> ofDomain = groups.FindAll(group =>
            message.Marketplace is null || group.Marketplace == message.Marketplace
        );
        return groups.Find(group => message.ComplaintIds.Any(group.Complaints.Contains))
            ?? ofDomain.Find(group => group.Name is { } greeted && name is not null && Equal(greeted, name))
            ?? (message.Marketplace is null ? null : ofDomain.FirstOrDefault());
    }

    private static string? KeyOf(Group group, IReadOnlyDictionary<string, Case> linked) =>
        linked
            .Where(pair => pair.Value.Notices.Any(notice => group.Holds(notice.Sha256)))
            .Select(pair => pair.Key)
            .FirstOrDefault();

    private static List<LinkedStore> Keyed(List<Group> groups, IReadOnlyDictionary<string, Case> linked)
    {
        // The domain of the case's own store stays its own: a folder of that name holds its reports.
        HashSet<string> taken = [.. linked.Keys, groups[0].Marketplace!];
        List<LinkedStore> stores = [];
        foreach (Group group in groups)
        {
            string? key = stores.Count == 0 ? null : KeyOf(group, linked) ?? New(group.Marketplace!, taken);
            stores.Add(new LinkedStore(key, group.Marketplace, group.Name, NoticeChoice.InOrder(group.Messages)));
        }

        return stores;
    }

    private static string New(string marketplace, HashSet<string> taken)
    {
        string key = marketplace;
        for (int number = 2; !taken.Add(key); number++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{marketplace}-{number}");
        }

        return key;
    }

    private sealed class Group(string? marketplace, string? name)
    {
        public string? Marketplace => marketplace;

        public string? Name { get; set; } = name;

        public List<Diagnosis> Messages { get; } = [];

        public IEnumerable<string> Complaints => Messages.SelectMany(message => message.ComplaintIds);

        public bool Holds(string sha256) => Messages.Exists(message => message.Sha256 == sha256);
    }
}
