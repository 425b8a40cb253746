using System.Text;

namespace Reprieve.Practice.Generating;

/// <summary>The invented range of the account; the first ones sell best.</summary>
internal sealed class Products
{
    public const int Count = 5000;

    /// <summary>The one that is late six times as often as the rest.</summary>
    public const int Planted = 7;

    private static readonly string[] Makes = ["Tessford", "Quillby", "Ostermoor", "Vantell", "Brackenlea", "Norvale"];

    private static readonly string[] Things =
    [
        "Wall Hook",
        "Drawer Organizer",
        "Cable Sleeve",
        "Cutting Board",
        "Picture Ledge 8\" Deep",
        "Storage Basket with Handles",
        "Desk Lamp with Dimmer",
        "Garden Kneeler, Folding",
        "Bottle Brush, Long Handle",
        "Laundry Hamper, Two Compartments",
    ];

    private static readonly string[] Sets = ["Set of 2", "Set of 4", "Pack of 6", "Pack of 12", "Single"];

    private static readonly string[] Looks =
    [
        "Brushed Steel",
        "Matte Black",
        "Natural Bamboo",
        "Sea Green",
        "Crème",
        "Charcoal Grey",
        "Walnut Brown",
    ];

    private readonly (byte[] Name, byte[] Sku, byte[] Asin, int Cents)[] _all = new (byte[], byte[], byte[], int)[
        Count
    ];

    public Products(Dice dice)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
        HashSet<string> taken = [];
        for (int i = 0; i < Count; i++)
        {
            string asin;
            do
            {
                asin = "B0" + new string([.. Enumerable.Range(0, 8).Select(_ => Letters[dice.Below(Letters.Length)])]);
            } while (!taken.Add(asin));

            string name = $"{dice.Pick(Makes)} {dice.Pick(Things)}, {dice.Pick(Sets)}, {dice.Pick(Looks)}";
            _all[i] = (
                Encoding.UTF8.GetBytes(name),
                Encoding.UTF8.GetBytes(SkuOf(i)),
                Encoding.UTF8.GetBytes(asin),
                dice.Between(599, 8999)
            );
        }
    }

    public static string SkuOf(int product) => $"TSF-{product:0000}-{(char)('A' + (product % 23))}{product % 7}";

    public (byte[] Name, byte[] Sku, byte[] Asin, int Cents) this[int product] => _all[product];

    /// <summary>A product, those in front more often: the first sells a hundred times as much as the last.</summary>
    public static int Any(Dice dice)
    {
        double at = dice.Unit();
        return (int)(Count * at * at);
    }
}
