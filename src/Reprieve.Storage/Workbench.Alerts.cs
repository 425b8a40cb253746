using Reprieve.Alerts;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class Workbench
{
    /// <summary>Channels that alerts go to.</summary>
    public AlertChannelBook AlertChannels { get; }

    /// <summary>Opens the book of alerts in the data folder, encrypted as the channels are. One at a time can be open.</summary>
    /// <exception cref="AlertException">It is open already, or its folder cannot be used.</exception>
    /// <exception cref="StorageException">Its key cannot be read or kept.</exception>
    public AlertBook OpenAlerts()
    {
        try
        {
            var key = new CaseKey(Keys.Clients.Of(Guid.Empty));
            return new AlertBook(
                Folder.Alerts,
                Clock,
                new AlertSeal((bytes, place) => key.Seal(bytes, place), (bytes, place) => key.Open(bytes, place))
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Say.Texts.Get("Folder_Denied", Folder.Keys, fault.Message), fault);
        }
    }
}
