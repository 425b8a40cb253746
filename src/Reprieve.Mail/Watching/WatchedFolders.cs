using MailKit;
using MailKit.Net.Imap;

namespace Reprieve.Mail.Watching;

/// <summary>Which folders of a mailbox are looked into.</summary>
internal static class WatchedFolders
{
    private const StatusItems Wanted = StatusItems.UidValidity | StatusItems.UidNext | StatusItems.Count;

    /// <summary>
    /// Names of folders for what the owner wrote, where the server does not mark them: as mail programs and providers name
    /// them. One that is not known is watched, which costs time and misses nothing.
    /// </summary>
    private static readonly string[] OwnersNames =
    [
        "Sent",
        "Sent Items",
        "Sent Messages",
        "Sent Mail",
        "Drafts",
        "Draft",
        "Outbox",
        "Templates",
        "已发送",
        "已发送邮件",
        "草稿箱",
        "草稿",
        "Gesendet",
        "Gesendete Elemente",
        "Entwürfe",
    ];

    private static readonly string[] TrashNames =
    [
        "Trash",
        "Deleted",
        "Deleted Items",
        "Deleted Messages",
        "Bin",
        "已删除",
        "已删除邮件",
        "Papierkorb",
        "Gelöschte Elemente",
    ];

    /// <summary>The folders with their state; in one command where the server can (LIST-STATUS). The inbox comes first.</summary>
    public static async Task<IReadOnlyList<IMailFolder>> ListAsync(
        ImapClient client,
        IEnumerable<string> sentNames,
        WatchOptions options,
        CancellationToken cancel
    )
    {
        StatusItems items = client.Capabilities.HasFlag(ImapCapabilities.CondStore)
            ? Wanted | StatusItems.HighestModSeq
            : Wanted;
        var all = new List<IMailFolder>();
        foreach (FolderNamespace space in client.PersonalNamespaces)
        {
            all.AddRange(await client.GetFoldersAsync(space, items, cancellationToken: cancel));
        }

        string[] owners = [.. OwnersNames, .. sentNames];
        return
        [
            .. all.Where(folder => folder.Exists && !folder.Attributes.HasFlag(FolderAttributes.NoSelect))
                .Where(folder => !IsOwners(folder, owners))
                .Where(folder => !options.Except.Contains(folder.FullName, StringComparer.OrdinalIgnoreCase))
                .DistinctBy(folder => folder.FullName)
                .OrderBy(folder =>
                    folder == client.Inbox ? 0
                    // Shows again what lies elsewhere, but for archived mail of some providers, which lies nowhere else.
                    : folder.Attributes.HasFlag(FolderAttributes.All) ? 2
                    : 1
                ),
        ];
    }

    /// <summary>Whether it holds what the owner threw away.</summary>
    public static bool IsTrash(IMailFolder folder) =>
        folder.Attributes.HasFlag(FolderAttributes.Trash)
        || TrashNames.Contains(folder.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwners(IMailFolder folder, string[] names) =>
        folder.Attributes.HasFlag(FolderAttributes.Sent)
        || folder.Attributes.HasFlag(FolderAttributes.Drafts)
        || names.Contains(folder.Name, StringComparer.OrdinalIgnoreCase);
}
