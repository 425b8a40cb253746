namespace Reprieve.Notices;

/// <summary>
/// The domain that somebody registered: mx1.shop.co.uk is of shop.co.uk. Told by the shape of the name, without the list
/// of all registries: good enough to see whether two servers are of one house.
/// </summary>
internal static class OrganisationalDomain
{
    private static readonly HashSet<string> Second = new(StringComparer.Ordinal)
    {
        "co",
        "com",
        "net",
        "org",
        "ac",
        "edu",
        "gov",
        "ne",
        "or",
    };

    public static string Of(string host)
    {
        string name = host.TrimEnd('.').ToLowerInvariant();
        int last = name.LastIndexOf('.');
        int second = last <= 0 ? -1 : name.LastIndexOf('.', last - 1);
        if (second < 0)
        {
            return name;
        }

        bool underCountry = name.Length - last - 1 == 2 && Second.Contains(name[(second + 1)..last]);
        int third = underCountry ? name.LastIndexOf('.', second - 1) : second;
        return third < 0 ? name : name[(third + 1)..];
    }

    public static bool Same(string one, string other) => Of(one).Equals(Of(other), StringComparison.Ordinal);
}
