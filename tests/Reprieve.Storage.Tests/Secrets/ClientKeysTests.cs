using System.Collections.Concurrent;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Tests.Secrets;

/// <summary>The files of the keys themselves.</summary>
public sealed class ClientKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void However_many_ask_for_a_first_key_at_once_there_is_one()
    {
        for (int round = 0; round < 50; round++)
        {
            var keys = new ClientKeys(_folder);
            var client = Guid.NewGuid();
            ConcurrentBag<string> given = [];
            using var start = new Barrier(4);
            Thread[] all =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(_ => new Thread(() =>
                    {
                        start.SignalAndWait();
                        given.Add(Convert.ToHexString(keys.Of(client)));
                    })),
            ];
            Array.ForEach(all, one => one.Start());
            Array.ForEach(all, one => one.Join());

            given.Count.ShouldBe(4);
            given.Distinct().ShouldHaveSingleItem();
        }
    }
}
