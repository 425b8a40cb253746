using Microsoft.AspNetCore.Identity;
using Reprieve.Storage;

namespace Reprieve.Load;

/// <summary>The people of a workbench: half of them see every client, a quarter ten, and a quarter four.</summary>
internal static class Office
{
    public const int People = 20;
    public const string Password = "four plain words here";

    /// <summary>What somebody signs in with.</summary>
    public static string EmailOf(int number) => $"consultant{number}@example.com";

    /// <summary>Invents the people of a folder; does nothing where there are some already.</summary>
    public static async Task FillAsync(string folder)
    {
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        if ((await workbench.People.PeopleAsync()).Count > 0)
        {
            return;
        }

        var hasher = new PasswordHasher<string>();
        IReadOnlyList<Client> clients = await workbench.Clients.ClientsAsync();
        for (int number = 0; number < People; number++)
        {
            var person = new Person
            {
                Id = Guid.CreateVersion7(),
                Name = $"Consultant {number}",
                Email = EmailOf(number),
                PasswordHash = hasher.HashPassword("", Password),
                Created = TimeProvider.System.GetUtcNow(),
            };
            await workbench.People.SaveAsync(person);
            foreach ((Guid? client, Role role) in Given(number, clients))
            {
                await workbench.People.GrantAsync(person.Id, client, role);
            }
        }
    }

    private static IEnumerable<(Guid? Client, Role Role)> Given(int number, IReadOnlyList<Client> clients)
    {
        return (number % 4) switch
        {
            0 => [(null, Role.Owner)],
            1 => [(null, Role.Editor)],
            2 => Some(10).Select(client => ((Guid?)client, Role.Editor)),
            _ => Some(4).Select((client, at) => ((Guid?)client, at == 0 ? Role.Editor : Role.Viewer)),
        };

        IEnumerable<Guid> Some(int count) =>
            Enumerable.Range(number * 2, count).Select(at => clients[at % clients.Count].Id).Distinct();
    }
}
