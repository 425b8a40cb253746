using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>Who looks after cases: what they are called, and who may.</summary>
internal sealed class Keepers(PeopleShelf people)
{
    public static Keepers Of(HttpContext http) => new(http.RequestServices.GetRequiredService<PeopleShelf>());

    /// <summary>The names of some people by id; who was removed since is said to be gone.</summary>
    public IReadOnlyDictionary<Guid, string> Named(IEnumerable<Guid> ids) =>
        ids.Where(id => id != CaseQuery.Nobody)
            .Distinct()
            .ToDictionary(id => id, id => people.Find(id)?.Name ?? Say.Get("keeper_gone"));

    /// <summary>Who may work on the cases of a client, by name.</summary>
    /// <param name="client">Null for cases that have none.</param>
    public IReadOnlyList<Person> For(Guid? client) =>
        [
            .. people
                .All.Where(one => new Caller(one, people.GrantsOf(one.Id)).RoleFor(client) >= Role.Editor)
                .OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
}
