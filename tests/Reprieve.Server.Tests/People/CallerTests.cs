using CsCheck;
using Reprieve.Server.Desk;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.People;

public sealed class CallerTests
{
    private static readonly Guid[] Clients = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    private static readonly ClientList All = new(
        [.. Clients.Select(id => new Client(id, id.ToString()))],
        [.. Clients.Select(id => new Account(Guid.NewGuid(), id, "Store", "", []))]
    );

    [Fact]
    public void Whoever_started_the_program_may_do_everything()
    {
        Caller.Machine.RoleFor(Clients[0]).ShouldBe(Role.Owner);
        Caller.Machine.RoleFor(null).ShouldBe(Role.Owner);
        Caller.Machine.SightOf(All).ShouldBeNull();
    }

    [Fact]
    public void A_person_without_any_right_sees_nothing()
    {
        Caller nobody = Of();

        nobody.RoleFor(Clients[0]).ShouldBeNull();
        nobody.RoleFor(null).ShouldBeNull();
        nobody.SightOf(All).ShouldNotBeNull().Clients.ShouldBeEmpty();
    }

    [Fact]
    public void The_right_for_a_client_is_not_one_for_cases_without_a_client()
    {
        Caller mara = Of((Clients[0], Role.Owner));

        mara.RoleFor(Clients[0]).ShouldBe(Role.Owner);
        mara.RoleFor(Clients[1]).ShouldBeNull();
        mara.RoleFor(null).ShouldBeNull();
        mara.FirmRole.ShouldBeNull();
        mara.SightOf(All).ShouldNotBeNull().Stores.ShouldBe([All.Stores[0].Id]);
    }

    [Fact]
    public void Of_two_rights_the_greater_holds()
    {
        Of((null, Role.Editor), (Clients[0], Role.Viewer)).RoleFor(Clients[0]).ShouldBe(Role.Editor);
        Of((null, Role.Viewer), (Clients[0], Role.Owner)).RoleFor(Clients[0]).ShouldBe(Role.Owner);
    }

    [Fact]
    public void What_is_seen_is_what_something_may_be_done_with()
    {
        Gen<(Guid? Client, Role Role)[]> grants = Gen.Select(Gen.Int[0, Clients.Length], Gen.Enum<Role>())
            .Select(pair => ((Guid?)(pair.Item1 == Clients.Length ? null : Clients[pair.Item1]), pair.Item2))
            .Array[0, 4]
            .Where(all => all.Select(one => one.Item1).Distinct().Count() == all.Length);
        grants.Sample(given =>
        {
            Caller caller = Of(given);
            ClientList seen = All.SeenWith(caller.SightOf(All));
            foreach (Guid client in Clients)
            {
                (seen.Find(client) is not null).ShouldBe(caller.RoleFor(client) is not null);
                seen.StoresOf(client).Any().ShouldBe(caller.RoleFor(client) is not null);
            }
        });
    }

    private static Caller Of(params (Guid? Client, Role Role)[] grants)
    {
        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = "Mara",
            Email = "mara@example.com",
        };
        return new Caller(person, [.. grants.Select(one => new Grant(person.Id, one.Client, one.Role))]);
    }
}
