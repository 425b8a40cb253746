using Reprieve.Files;

namespace Reprieve.Amazon.Notifications;

/// <summary>Messages that nothing can be done with, a file each; the oldest give way.</summary>
internal sealed class SetAsideFolder(string folder, NotificationStore store)
{
    /// <summary>At most 100, so at most some 35 MB.</summary>
    internal const int Most = 100;

    private const string Ending = ".json";

    /// <summary>Keeps a message, once however often it is told.</summary>
    /// <exception cref="AmazonException">It cannot be kept.</exception>
    public void Add(UInt128 identity, SetAsideMessage message)
    {
        NotificationStore.OnDisk(
            folder,
            () =>
            {
                Durable.MakeFolder(folder);
                foreach (FileInfo old in Files().Skip(Most - 1))
                {
                    old.Delete();
                }

                return true;
            }
        );
        string path = Path.Combine(folder, NotificationBook.Text(identity) + Ending);
        store.Write(path, message, NotificationJson.Default.SetAsideMessage);
    }

    /// <summary>The messages, newest first.</summary>
    /// <exception cref="AmazonException">They cannot be read.</exception>
    public IReadOnlyList<SetAsideMessage> List() =>
        [
            .. NotificationStore
                .OnDisk(folder, Files)
                .Select(file => store.Read(file.FullName, NotificationJson.Default.SetAsideMessage))
                .OfType<SetAsideMessage>()
                .OrderByDescending(message => message.At),
        ];

    private IReadOnlyList<FileInfo> Files() =>
        Directory.Exists(folder)
            ?
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFiles("*" + Ending)
                    .OrderByDescending(file => file.LastWriteTimeUtc)
                    .ThenBy(file => file.Name, StringComparer.Ordinal),
            ]
            : [];
}
