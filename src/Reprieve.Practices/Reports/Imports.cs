namespace Reprieve.Practices.Reports;

/// <summary>Everything taken from the files of a case, before store and day are settled. Filled file by file.</summary>
internal sealed class Imports
{
    /// <summary>About how many bytes of order reports and shipments there are for each order.</summary>
    private const int BytesPerOrder = 400;

    /// <summary>For all files of a case.</summary>
    /// <param name="bytes">How long the files are.</param>
    public Imports(long bytes)
        : this(new Names()) => Index = new OrderIndex(this, (int)Math.Min(bytes / BytesPerOrder, int.MaxValue / 8));

    /// <param name="names">Where the rows' texts are kept.</param>
    public Imports(Names names) => Names = names;

    /// <summary>SKUs, ASINs, carriers, stores and unusual order ids.</summary>
    public Names Names { get; }

    public List<ImportedFile> Files { get; } = [];

    /// <summary>The rows by order; null for a part of a file.</summary>
    public OrderIndex? Index { get; }

    public RowStore<OrderRow> Orders { get; } = new();

    public RowStore<PackageRow> Packages { get; } = new();

    public List<FeedbackRow> Feedback { get; } = [];

    public List<ClaimRow> Claims { get; } = [];

    public List<CancellationRow> Cancellations { get; } = [];

    public List<ReturnRow> Returns { get; } = [];

    public List<ListingRow> Listings { get; } = [];

    /// <summary>What Amazon itself finds wrong with listings.</summary>
    public List<ListingFinding> OfAmazon { get; } = [];

    /// <summary>The texts of the listings.</summary>
    public TextStore ListingTexts { get; } = new();

    public List<PerformanceFigures> Performance { get; } = [];

    public List<ReviewRow> Reviews { get; } = [];

    private readonly HashSet<ReviewRow> _reviews = [];

    /// <summary>By the hash of a tracking id, whether Amazon's valid-tracking download takes it as valid.</summary>
    public Dictionary<ulong, bool> ValidTracking { get; } = [];

    public List<RejectedRow> Rejected { get; } = [];

    public List<UnreadableFile> Unreadable { get; } = [];

    /// <summary>Keeps a review, unless the same one came before, in this file or another.</summary>
    public void Add(ReviewRow review)
    {
        if (_reviews.Add(review with { File = 0 }))
        {
            Reviews.Add(review);
        }
    }

    /// <summary>Whether a file of a type was read.</summary>
    public bool Has(string type) => Files.Exists(file => file.Fills == type);

    /// <summary>Takes over the rows of a part of a file, which was read with names of its own.</summary>
    /// <param name="part">The rows.</param>
    /// <param name="names">For each number of the part's names the number here.</param>
    public void Take(Imports part, List<int> names)
    {
        Orders.Take(
            part.Orders,
            (ref OrderRow row) =>
                row = row with
                {
                    Order = row.Order.Renamed(names),
                    Channel = row.Channel < 0 ? row.Channel : names[row.Channel],
                    Sku = names[row.Sku],
                    Asin = names[row.Asin],
                    Service = names[row.Service],
                    ShipTo = names[row.ShipTo],
                }
        );
        Packages.Take(
            part.Packages,
            (ref PackageRow row) =>
                row = row with
                {
                    Order = row.Order.Renamed(names),
                    Carrier = names[row.Carrier],
                    Line = names[row.Line],
                }
        );
        Feedback.AddRange(part.Feedback.Select(row => row with { Order = row.Order.Renamed(names) }));
        Claims.AddRange(part.Claims.Select(row => row with { Order = row.Order.Renamed(names) }));
        Cancellations.AddRange(part.Cancellations.Select(row => row with { Order = row.Order.Renamed(names) }));
        Returns.AddRange(
            part.Returns.Select(row =>
                row with
                {
                    Order = row.Order.Renamed(names),
                    Asin = names[row.Asin],
                    Reason = names[row.Reason],
                }
            )
        );
        Listings.AddRange(part.Listings);
        OfAmazon.AddRange(part.OfAmazon);
        part.Reviews.ForEach(row => Add(row with { Asin = names[row.Asin], Sku = names[row.Sku] }));
        foreach ((ulong tracking, bool valid) in part.ValidTracking)
        {
            ValidTracking[tracking] = valid;
        }
    }
}

/// <summary>A file that was read, with what its dates show of the order of day and month.</summary>
internal sealed class ImportedFile(string path, string type)
{
    private int _dayFirst;
    private int _monthFirst;

    public string Path { get; } = path;

    public string Type { get; } = type;

    /// <summary>The type whose rows it has: that of the file, or what a mapped table was mapped to.</summary>
    public string Fills { get; init; } = type;

    public int? Rows { get; set; }

    public int? Rejected { get; set; }

    public string? Sha256 { get; set; }

    /// <summary>Takes a date as evidence.</summary>
    public void Saw(Stamp stamp)
    {
        _dayFirst += stamp.Order is DayOrder.DayFirst ? 1 : 0;
        _monthFirst += stamp.Order is DayOrder.MonthFirst ? 1 : 0;
    }

    /// <summary>Takes what the dates of a part of the file show.</summary>
    public void Saw(ImportedFile part)
    {
        _dayFirst += part._dayFirst;
        _monthFirst += part._monthFirst;
    }

    /// <summary>Whether the day comes first: what the file proves, else the habit of the store.</summary>
    public bool DayFirst(bool habit) => _dayFirst > _monthFirst || (_dayFirst == _monthFirst && habit);
}
