using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Files;

namespace Reprieve.Amazon.Pulling;

/// <summary>
/// What a pull has to bring and how far each part is, so that one that was stopped goes on where it was. One process has it at a
/// time; it is durable after each change.
/// </summary>
internal sealed class PullBook
{
    public const string FileName = "pull.json";

    private readonly Lock _lock = new();
    private readonly Durable _disk = new(null);
    private readonly string _path;
    private PullState _state;

    private PullBook(string path, PullState state)
    {
        _path = path;
        _state = state;
    }

    /// <summary>As of when the account is pulled, UTC.</summary>
    public DateTimeOffset AsOf => _state.AsOf;

    /// <summary>All parts as they stand now, the most urgent first.</summary>
    public IReadOnlyList<PullPart> Parts
    {
        get
        {
            lock (_lock)
            {
                return _state.Parts;
            }
        }
    }

    /// <summary>All ids that are known of what Amazon made for the parts of a kind.</summary>
    public IReadOnlySet<string> IdsOf(PullKind kind) =>
        Parts
            .Where(part => part.Kind == kind)
            .SelectMany(part => part.EarlierIds.Append(part.ReportId))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The pull that was begun in a folder; null where there is none.</summary>
    /// <exception cref="AmazonException">There is one, and it cannot be read.</exception>
    public static PullBook? Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            PullState? state = JsonSerializer.Deserialize(File.ReadAllBytes(path), PullJson.Default.PullState);
            return state is { Form: PullState.ThisForm, Parts: not null }
                ? new PullBook(path, state)
                : throw new AmazonException(Say.Texts.Get("Pull_No_Book", path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }

    /// <summary>Begins a pull in a folder.</summary>
    public static PullBook Begin(string folder, DateTimeOffset asOf, IReadOnlyList<PullPart> parts)
    {
        var book = new PullBook(
            Path.Combine(folder, FileName),
            new PullState
            {
                Form = PullState.ThisForm,
                AsOf = asOf,
                Parts = parts,
            }
        );
        book.Save();
        return book;
    }

    public PullPart Part(string key) => Parts.First(part => part.Key == key);

    /// <summary>Changes a part, durably when it returns.</summary>
    public PullPart Change(string key, Func<PullPart, PullPart> change)
    {
        lock (_lock)
        {
            PullPart changed = change(_state.Parts.First(part => part.Key == key));
            _state = _state with { Parts = [.. _state.Parts.Select(part => part.Key == key ? changed : part)] };
            Save();
            return changed;
        }
    }

    private void Save()
    {
        try
        {
            _disk.Write(_path, JsonSerializer.SerializeToUtf8Bytes(_state, PullJson.Default.PullState));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", _path, fault.Message), fault);
        }
    }
}

/// <summary>A pull, as it is kept.</summary>
internal sealed record PullState
{
    public const string ThisForm = "reprieve-pull-1";

    public required string Form { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required IReadOnlyList<PullPart> Parts { get; init; }
}

/// <summary>One report, or one span of time of an operation that is asked page by page.</summary>
internal sealed record PullPart
{
    /// <summary>Names it; also the name of its file without the ending.</summary>
    public required string Key { get; init; }

    public required PullKind Kind { get; init; }

    /// <summary>Whether no step reads its file yet: then it lies apart.</summary>
    public bool Kept { get; init; }

    /// <summary>Whether a refusal is a note and no trouble: a step gains by it, and needs it not.</summary>
    public bool MayBeRefused { get; init; }

    /// <summary>Ids of the stores that it is about.</summary>
    public required IReadOnlyList<string> Stores { get; init; }

    /// <summary>The report's type; null where it is no report.</summary>
    public string? ReportType { get; init; }

    /// <summary>The merchant token, where it is asked with.</summary>
    public string? SellerId { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Since when Amazon may have been asked to make it, while its id is not known.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>Amazon's id of the report, or of the query.</summary>
    public string? ReportId { get; init; }

    /// <summary>Ids of the queries of the pages before.</summary>
    public IReadOnlyList<string> EarlierIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When the id was known.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>The token of the next page.</summary>
    public string? Token { get; init; }

    /// <summary>Bytes of the pages that are kept for certain.</summary>
    public long Length { get; init; }

    /// <summary>Whether the last page is among them.</summary>
    public bool AllPages { get; init; }

    /// <summary>How often it was begun anew because its token had expired.</summary>
    public int Restarts { get; init; }

    public PullEnd End { get; init; }

    /// <summary>Where its file lies, in the folder of the pull.</summary>
    public string FileName(string extension) => (Kept ? $"{PullFolder.KeptName}/" : "") + $"{Key}.{extension}";

    /// <summary>Why there is nothing, or what went wrong; in the language of the screen that pulled.</summary>
    public string? Note { get; init; }

    /// <summary>Names of the files that it brought.</summary>
    public IReadOnlyList<string> Files
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What a part is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PullKind>))]
internal enum PullKind
{
    Report,
    Orders,
    Claims,
    ListingIssues,

    /// <summary>Account health day by day.</summary>
    History,

    /// <summary>What reviews of listed items speak of.</summary>
    ReviewTopics,

    /// <summary>The seller's cases at Seller Support.</summary>
    SupportCases,
}

/// <summary>How a part ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PullEnd>))]
public enum PullEnd
{
    /// <summary>Not yet.</summary>
    Open,

    /// <summary>Its files are there.</summary>
    Brought,

    /// <summary>Amazon has nothing for it.</summary>
    Empty,

    /// <summary>Amazon refused; the note says why.</summary>
    Refused,
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PullState))]
internal sealed partial class PullJson : JsonSerializerContext;
