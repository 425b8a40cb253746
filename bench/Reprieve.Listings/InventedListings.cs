using System.Globalization;
using System.Text;

namespace Reprieve.Listings;

/// <summary>Writes a listings report of many invented listings, the same for the same seed; one in twenty-five breaks a policy.</summary>
internal static class InventedListings
{
    private const string Header =
        "item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date\timage-url\titem-is-marketplace\tproduct-id-type\tzshop-shipping-fee\titem-note\titem-condition\tzshop-category1\tzshop-browse-path\tzshop-storefront-feature\tasin1\tasin2\tasin3\twill-ship-internationally\texpedited-shipping\tzshop-boldface\tproduct-id\tbid-for-featured-placement\tadd-delete\tpending-quantity\tfulfillment-channel\tmerchant-shipping-group\tstatus";

    private static readonly string[] Makers =
        "Larkmoor Brindlecove Quillbrook Dunmere Fenwick Haldane Morrowind Pellham Ravenel Stowell Tarnfield Wexcombe".Split(
            ' '
        );

    private static readonly string[] Words =
        "stainless steel insulated bottle kitchen storage basket woven cotton rope lamp shade ceramic planter desk organizer drawer divider bamboo tray silicone baking mat measuring spoon bowl nesting glass carafe lid clear ribbed matte brushed nickel hook wall shelf bracket curtain rod tension towel rack bath mat soft quilted throw blanket pillow cover linen zipper pouch pencil case notebook spiral hardcover planner marker set watercolor brush easel wooden puzzle stacking block plush rabbit balance bike helmet knee pad camping mug folding stool picnic blanket headlamp rechargeable cable braided charger adapter stand holder tablet sleeve laptop backpack water resistant duffel strap buckle leather belt wallet card holder scarf knit beanie glove touch screen sock ankle crew running shorts waistband pocket yoga strap foam roller resistance band jump rope pet bowl leash harness reflective brush comb garden hose nozzle trowel kneeling pad gloves seed tray trellis netting solar path light string bulb dimmable remote timer outlet extension cord surge strip desk fan humidifier filter replacement vacuum bag mop pad microfiber cloth spray bottle squeegee laundry hamper hanger velvet shoe rack entry bench cushion door stopper draft guard weather strip felt pad furniture slider toolbox socket wrench hex key level tape measure clamp".Split(
            ' '
        );

    private static readonly string[] Small = "with for and in of the to a by on".Split(' ');

    private static readonly string[] Foreign =
    [
        "für Küche und Bad",
        "pour la cuisine",
        "para niños y niñas",
        "per il giardino",
        "收纳盒 大号 灰色",
        "キッチン用品 2個セット",
        "Größe L",
        "édition limitée",
    ];

    public static void Write(string path, int count, IReadOnlyList<string> terms, int seed)
    {
        var random = new Random(seed);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine(Header);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Clear();
            text.Append(Pick(Makers, random)).Append(' ');
            Sentence(text, random.Next(6, 18), random, capitals: true);
            string title = text.ToString();
            text.Clear();
            for (int sentences = random.Next(3, 9); sentences > 0; sentences--)
            {
                Sentence(text, random.Next(6, 20), random, capitals: false);
                text.Append(random.Next(4) == 0 ? ".<br>" : ". ");
            }

            if (random.Next(25) == 0)
            {
                text.Append(Pick(terms, random)).Append('.');
            }

            string asin = string.Create(CultureInfo.InvariantCulture, $"B0{i:X8}");
            writer.Write(title);
            writer.Write('\t');
            writer.Write(text);
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\t0412{i:X6}\tSKU-{i:D6}\t{random.Next(500, 9000) / 100m}\t{random.Next(200)}\t2025-03-10 09:10:00 PDT\t\ty\t1\t\t\t11\t\t\t\t{asin}\t\t\t1\t\t\t{asin}\t\t\t0\tDEFAULT\tDefault Template\tActive"
                )
            );
        }
    }

    private static void Sentence(StringBuilder text, int words, Random random, bool capitals)
    {
        for (int i = 0; i < words; i++)
        {
            string word =
                random.Next(150) == 0 ? Pick(Foreign, random)
                : random.Next(4) == 0 ? Pick(Small, random)
                : Pick(Words, random);
            if (i > 0)
            {
                text.Append(random.Next(12) == 0 ? ", " : " ");
            }

            text.Append(i == 0 || capitals ? char.ToUpperInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
        }
    }

    private static string Pick(IReadOnlyList<string> from, Random random) => from[random.Next(from.Count)];
}
