using Microsoft.AspNetCore.Http;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>Who asks: the one who started the program on this machine, or a person who signed in.</summary>
/// <param name="Person">Null for the one on this machine, who may do everything.</param>
/// <param name="Grants">What the person may do.</param>
public sealed record Caller(Person? Person, IReadOnlyList<Grant> Grants)
{
    /// <summary>Who started the program on this machine.</summary>
    public static Caller Machine { get; } = new(null, []);

    /// <summary>Whether everything is seen.</summary>
    public bool SeesAll => Person is null || FirmRole is not null;

    /// <summary>What the person may do for every client and for the cases that have none; null when nothing.</summary>
    public Role? FirmRole => Person is null ? Role.Owner : RoleIn(null);

    /// <summary>The most that the person may do anywhere.</summary>
    public Role BestRole => Person is null ? Role.Owner : Grants.Select(grant => grant.Role).DefaultIfEmpty().Max();

    /// <summary>What the person may do for a client; null when nothing.</summary>
    /// <param name="client">Null for the cases that have none.</param>
    public Role? RoleFor(Guid? client)
    {
        Role? here = client is null ? null : RoleIn(client);
        return here is null || FirmRole > here ? FirmRole : here;
    }

    /// <summary>The same person, who reaches one client alone; nothing else changes without one.</summary>
    public Caller Within(Guid? client) =>
        client is not { } only ? this
        : RoleFor(only) is { } role ? this with { Grants = [new Grant(Person!.Id, only, role)] }
        : this with { Grants = [] };

    /// <summary>The clients and stores that the person sees; null for all.</summary>
    public Sight? SightOf(ClientList clients)
    {
        if (SeesAll)
        {
            return null;
        }

        HashSet<Guid> mine = [.. Grants.Select(grant => grant.Client ?? Guid.Empty)];
        return new Sight(
            mine,
            [
                .. clients
                    .Stores.Where(store => store.Client is { } client && mine.Contains(client))
                    .Select(one => one.Id),
            ]
        );
    }

    /// <summary>Who asks by this request; null when nobody is known.</summary>
    public static Caller? Find(HttpContext http) => http.Features.Get<Caller>();

    /// <summary>Who asks by this request, that was let in.</summary>
    public static Caller Of(HttpContext http) =>
        Find(http) ?? throw new InvalidOperationException("The request was not let in.");

    private Role? RoleIn(Guid? client) => Grants.FirstOrDefault(grant => grant.Client == client)?.Role;
}
