using Reprieve.Practices.Mapping;

namespace Reprieve.Cases;

/// <summary>Where things stand in a case folder.</summary>
/// <param name="Folder">The case folder.</param>
/// <param name="Output">Where the package is written: <c>appeal/</c> in the folder, or what <c>-o</c> says.</param>
public sealed record CasePaths(string Folder, string Output)
{
    /// <summary>Name of the package's folder.</summary>
    public const string OutputName = "appeal";

    /// <summary>Name of the folder of earlier rounds.</summary>
    public const string RoundsName = "rounds";

    /// <summary>Name of the file with the seller's answers.</summary>
    public const string AnswersName = "answers.yaml";

    /// <summary>Name of the file with the tables that the seller mapped.</summary>
    public const string TablesName = TableMappingFile.Name;

    /// <summary>Name of the file with what a language model was asked, a line each.</summary>
    public const string ModelLogName = "model-log.jsonl";

    /// <summary>Name of the file with what people corrected in the reading of a message.</summary>
    public const string CorrectionsName = "corrections.json";

    /// <summary>Name of the file with the case record.</summary>
    public const string RecordName = "case.json";

    /// <summary>The paths of a folder; <paramref name="output"/> null takes <c>appeal/</c> in it.</summary>
    public static CasePaths Of(string folder, string? output = null)
    {
        string full = Path.GetFullPath(folder);
        return new CasePaths(full, Path.GetFullPath(output ?? Path.Combine(full, OutputName)));
    }

    public string Answers => Path.Combine(Folder, AnswersName);

    public string Corrections => Path.Combine(Folder, CorrectionsName);

    public string Rounds => Path.Combine(Folder, RoundsName);

    public string Record => Path.Combine(Output, RecordName);

    public string Round(int number) =>
        Path.Combine(Rounds, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
