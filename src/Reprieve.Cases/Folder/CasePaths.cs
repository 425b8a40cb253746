using Reprieve.Practices.Mapping;

namespace Reprieve.Cases;

/// <summary>Where things stand in a case folder.</summary>
/// <param name="Folder">The case folder.</param>
/// <param name="Output">Where the package is written: <c>appeal/</c> in the folder, or what <c>-o</c> says.</param>
public sealed record CasePaths(string Folder, string Output)
{
    /// <summary>How the key of a linked store begins: it is the store's domain, numbered where there are several.</summary>
    private const string StorePrefix = "amazon.";
    private const string AnswersStem = "answers";
    private const string AnswersEnding = ".yaml";

    /// <summary>Name of the package's folder.</summary>
    public const string OutputName = "appeal";

    /// <summary>Name of the folder of earlier rounds.</summary>
    public const string RoundsName = "rounds";

    /// <summary>Name of the file with the seller's answers.</summary>
    public const string AnswersName = AnswersStem + AnswersEnding;

    /// <summary>Name of the file with the tables that the seller mapped.</summary>
    public const string TablesName = TableMappingFile.Name;

    /// <summary>Name of the file with what a language model was asked, a line each.</summary>
    public const string ModelLogName = "model-log.jsonl";

    /// <summary>Name of the file with what people corrected in the reading of a message.</summary>
    public const string CorrectionsName = "corrections.json";

    /// <summary>Name of the mail in a round that went as one: its exact bytes.</summary>
    public const string MailName = "message.eml";

    /// <summary>Name of the file with the case record.</summary>
    public const string RecordName = "case.json";

    /// <summary>Where in the folder what was pulled through Amazon's interface lies.</summary>
    public const string AmazonName = "amazon";

    /// <summary>
    /// Key of the linked store whose answer this is about (<c>amazon.de</c>); null for the answer that is the case's own.
    /// Its package, rounds and answers lie beside the case's own: <c>appeal-amazon.de/</c>, <c>rounds-amazon.de/</c>,
    /// <c>answers-amazon.de.yaml</c>; all other files are the same for every store.
    /// </summary>
    public string? Store { get; private init; }

    /// <summary>The paths of a folder; <paramref name="output"/> null takes <c>appeal/</c> in it.</summary>
    public static CasePaths Of(string folder, string? output = null)
    {
        string full = Path.GetFullPath(folder);
        return new CasePaths(full, Path.GetFullPath(output ?? Path.Combine(full, OutputName)));
    }

    /// <summary>Whether a text can be the key of a linked store; whether there is one is another matter.</summary>
    public static bool IsStoreKey(string text) =>
        text.StartsWith(StorePrefix, StringComparison.Ordinal)
        && text.Length <= 40
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    /// <summary>The paths of a linked store in the same folder.</summary>
    /// <exception cref="ArgumentException">The text cannot be the key of a store.</exception>
    public CasePaths ForStore(string store) =>
        IsStoreKey(store)
            ? new CasePaths(Folder, $"{Case.Output}-{store}") { Store = store }
            : throw new ArgumentException(store, nameof(store));

    /// <summary>The paths of the case's own answer.</summary>
    public CasePaths Case => Store is null ? this : new CasePaths(Folder, Output[..^(Store.Length + 1)]);

    /// <summary>What the seller says of the whole event.</summary>
    public string Answers => Path.Combine(Folder, AnswersName);

    /// <summary>What the seller says of the linked store alone; null for the case's own answer.</summary>
    public string? StoreAnswers =>
        Store is null ? null : Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(AnswersName)}-{Store}.yaml");

    public string Corrections => Path.Combine(Folder, CorrectionsName);

    public string Rounds => Path.Combine(Folder, Store is null ? RoundsName : $"{RoundsName}-{Store}");

    public string Record => Path.Combine(Output, RecordName);

    public string Round(int number) =>
        Path.Combine(Rounds, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The package that a mail takes out, as it was when the mail was made; it becomes a round when the mail is sent.</summary>
    public string Leaving => Path.Combine(Rounds, "leaving");

    /// <summary>The outbox of a case folder. A workbench keeps it elsewhere.</summary>
    public string Outbox => Path.Combine(Rounds, "outbox");

    /// <summary>The linked stores that have a package or a round in the folder.</summary>
    public IReadOnlyList<string> KnownStores() =>
        [
            .. new[] { Case.Output, Case.Rounds }
                .SelectMany(folder =>
                    Directory.EnumerateDirectories(
                        Path.GetDirectoryName(folder)!,
                        $"{Path.GetFileName(folder)}-{StorePrefix}*"
                    )
                )
                .Select(path => Path.GetFileName(path))
                .Select(name => name[name.IndexOf($"-{StorePrefix}", StringComparison.Ordinal)..][1..])
                .Where(IsStoreKey)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether a path in a case is of what came from Amazon and no step reads yet; it is there for people.</summary>
    /// <param name="path">Relative to the folder, with forward slashes.</param>
    public static bool IsKept(string path) => path.StartsWith($"{AmazonName}/kept/", StringComparison.Ordinal);

    /// <summary>Whether a path in a case is of a package or a frozen round, of any store: what Reprieve writes there.</summary>
    /// <param name="path">Relative to the folder, with forward slashes.</param>
    public static bool IsWritten(string path)
    {
        int end = path.IndexOf('/', StringComparison.Ordinal);
        string first = end < 0 ? "" : path[..end];
        return first is OutputName or RoundsName || IsOfStore(first, OutputName) || IsOfStore(first, RoundsName);
    }

    /// <summary>Whether a path in a case is a file of answers or corrections: what people say to Reprieve.</summary>
    /// <param name="path">Relative to the folder, with forward slashes.</param>
    public static bool IsSaid(string path) =>
        path is AnswersName or CorrectionsName
        || (
            path.EndsWith(AnswersEnding, StringComparison.Ordinal)
            && IsOfStore(path[..^AnswersEnding.Length], AnswersStem)
        );

    private static bool IsOfStore(string name, string stem) =>
        name.StartsWith(stem + "-", StringComparison.Ordinal) && IsStoreKey(name[(stem.Length + 1)..]);
}
