namespace Reprieve.Documents.Tests.Generated;

/// <summary>Companies and goods that exist in no register: suppliers, buyers and what is sold, by country.</summary>
internal static class Firms
{
    public static readonly Dictionary<string, Firm[]> Suppliers = new()
    {
        ["en-US"] =
        [
            new(
                "Pinebrook Supply Co., LLC",
                ["4410 Quarry Bend Rd", "Tulsa, OK 74107"],
                "(918) 555-0136",
                "orders@pinebrook-supply.com",
                "www.pinebrook-supply.com"
            ),
            new(
                "Gullwing Home Products, Inc.",
                ["780 Meridian Way, Suite 210", "Reno, NV 89502", "USA"],
                "+1 775 555 0181",
                "sales@gullwinghome.com",
                "gullwinghome.com"
            ),
            new(
                "Shenzhen Clearfield Electronics Co., Ltd.",
                ["Floor 6, Block B, Yulong Industrial Park", "Bao'an District, Shenzhen 518101, China"],
                "+86 755 5550 7788",
                "export@clearfield-elec.com",
                "https://www.clearfield-elec.com"
            ),
        ],
        ["en-GB"] =
        [
            new(
                "Thistledown Trading Ltd",
                ["Unit 7, Weir Lane Estate", "Leeds LS10 9ZZ", "United Kingdom"],
                "0113 496 0042",
                "accounts@thistledown-trading.co.uk",
                "www.thistledown-trading.co.uk"
            ),
            new(
                "Harrowgate Homewares Limited",
                ["22 Copper Street", "Bristol BS1 9QQ"],
                "+44 117 496 0188",
                "hello@harrowgatehomewares.co.uk",
                "harrowgatehomewares.co.uk"
            ),
        ],
        ["de"] =
        [
            new(
                "Eichental Küchenbedarf GmbH",
                ["Am Mühlbach 14", "86150 Augsburg"],
                "0821 555 0199",
                "vertrieb@eichental-kuechen.de",
                "www.eichental-kuechen.de"
            ),
            new(
                "Rabe & Söhne Großhandel KG",
                ["Speicherring 3", "28195 Bremen", "Deutschland"],
                "+49 421 555 0150",
                "kontakt@rabe-grosshandel.de",
                "rabe-grosshandel.de"
            ),
        ],
        ["fr"] =
        [
            new(
                "Maison Verdelune SARL",
                ["18 rue des Tanneurs", "69002 Lyon"],
                "04 99 55 01 42",
                "contact@verdelune.fr",
                "www.verdelune.fr"
            ),
            new(
                "Atelier Briançon Distribution SAS",
                ["Zone d'activité des Pins, bâtiment C", "33700 Mérignac", "France"],
                "+33 5 55 01 88 40",
                "ventes@briancon-distribution.fr",
                "https://briancon-distribution.fr"
            ),
        ],
        ["it"] =
        [
            new(
                "Fontechiara Casalinghi S.r.l.",
                ["Via dei Mulini 27", "40126 Bologna (BO)"],
                "051 555 0177",
                "ordini@fontechiara-casa.it",
                "www.fontechiara-casa.it"
            ),
            new(
                "Officine Montelago S.p.A.",
                ["Viale dell'Industria 5", "24122 Bergamo", "Italia"],
                "+39 035 555 0120",
                "info@montelago-officine.it",
                "montelago-officine.it"
            ),
        ],
        ["es"] =
        [
            new(
                "Almacenes Ribalta S.L.",
                ["Calle del Molino 31", "46021 Valencia"],
                "963 555 014",
                "pedidos@ribalta-almacenes.es",
                "www.ribalta-almacenes.es"
            ),
            new(
                "Distribuciones Peñaverde S.A.",
                ["Polígono Los Olmos, nave 12", "50014 Zaragoza", "España"],
                "+34 976 555 082",
                "ventas@penaverde.es",
                "penaverde.es"
            ),
        ],
        ["zh"] =
        [
            new(
                "东莞市晨帆五金制品有限公司",
                ["东莞市长安镇乌沙兴业路66号"],
                "0769-85550123",
                "sales@chenfan-wujin.cn",
                "www.chenfan-wujin.cn"
            ),
            new(
                "义乌市禾木日用品厂",
                ["浙江省义乌市北苑街道望道路208号3楼"],
                "0579-85550456",
                "hemu@hemu-daily.com",
                "www.hemu-daily.com"
            ),
        ],
        ["ja"] =
        [
            new(
                "株式会社青葉雑貨",
                ["〒542-0081", "大阪市中央区南船場九丁目8番7号"],
                "06-5550-0147",
                "order@aoba-zakka.jp",
                "www.aoba-zakka.jp"
            ),
            new(
                "有限会社三日月製作所",
                ["〒460-0008 名古屋市中区栄99-1 三日月ビル2階"],
                "052-555-0163",
                "info@mikazuki-ss.jp",
                "https://mikazuki-ss.jp"
            ),
        ],
    };

    public static readonly Dictionary<string, Firm[]> Buyers = new()
    {
        ["en-US"] =
        [
            new("Blue Kestrel Goods LLC", ["1209 Larkspur Ave, Apt 4", "Boise, ID 83702"]),
            new(
                "Guangzhou Luming Trading Co., Ltd.",
                ["Room 1508, No. 77 Tianhe North Road", "Tianhe District, Guangzhou 510620", "China"]
            ),
        ],
        ["en-GB"] = [new("Otter & Finch Retail Ltd", ["9 Bramble Close", "Norwich NR2 9XX"])],
        ["de"] = [new("Seestern Versand UG (haftungsbeschränkt)", ["Dorfstraße 8a", "24103 Kiel"])],
        ["fr"] = [new("Comptoir Lavandin EURL", ["4 impasse du Lavoir", "13100 Aix-en-Provence"])],
        ["it"] = [new("Bottega Nuvola di Neri Anna", ["Corso Lungo 112", "10121 Torino (TO)"])],
        ["es"] = [new("Tienda Alborada S.L.U.", ["Avenida del Puerto 40, 2.º B", "41001 Sevilla"])],
        ["zh"] = [new("深圳市云雀跨境电子商务有限公司", ["深圳市龙岗区坂田街道环城南路5号1205室"])],
        ["ja"] = [new("合同会社ひばり商店", ["東京都台東区上野99-5-3"])],
    };

    public static readonly Dictionary<string, string[]> Goods = new()
    {
        ["en-US"] =
        [
            "Silicone baking mat, 2 pack",
            "LED camping lantern",
            "Bamboo drawer organizer",
            "Steel water bottle 24 oz",
            "Dog grooming brush",
        ],
        ["en-GB"] =
        [
            "Cast iron trivet",
            "Oak chopping board 30 cm",
            "Linen tea towel set of 4",
            "Enamel mug, navy",
            "Garden kneeler pad",
        ],
        ["de"] =
        [
            "Salatschleuder 4 l",
            "Messerblock Buche",
            "Topflappen Baumwolle, 2er-Set",
            "Thermosflasche 750 ml",
            "Wäschekorb faltbar",
        ],
        ["fr"] =
        [
            "Planche à découper en hêtre",
            "Lampe de bureau pliable",
            "Bouteille isotherme 500 ml",
            "Set de couteaux 5 pièces",
            "Panier à linge",
        ],
        ["it"] =
        [
            "Padella antiaderente 28 cm",
            "Tagliere in bambù",
            "Borraccia termica 0,5 l",
            "Set posate da campeggio",
            "Cesto portabiancheria",
        ],
        ["es"] =
        [
            "Sartén de acero 26 cm",
            "Tabla de cortar de bambú",
            "Botella térmica 750 ml",
            "Linterna de camping LED",
            "Cesto plegable",
        ],
        ["zh"] = ["不锈钢开罐器", "硅胶烘焙垫", "折叠收纳箱", "LED露营灯", "宠物梳"],
        ["ja"] = ["ステンレス水筒 500ml", "竹製まな板", "折りたたみ収納箱", "シリコンマット", "キャンプ用ランタン"],
    };
}
