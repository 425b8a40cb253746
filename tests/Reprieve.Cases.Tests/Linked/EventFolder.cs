using Microsoft.Extensions.Time.Testing;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Testing;

namespace Reprieve.Cases.Tests.Linked;

/// <summary>
/// A folder with five notices of one event (two stores on amazon.com, one each on amazon.co.uk, amazon.de and
/// amazon.co.jp) and the papers, reports and answers of a sample, which are those of the first store.
/// </summary>
internal sealed class EventFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-event-");
    private readonly WholeCase _whole;

    public EventFolder(params string[] notices)
    {
        string fixtures = Path.Combine(Repository.Root, "tests", "Reprieve.Cases.Tests", "Fixtures", "Linked");
        foreach (
            string file in Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "samples", "inauthentic"))
                .Where(file => Path.GetFileName(file) != "notice.eml")
                .Concat(notices.Select(name => Path.Combine(fixtures, name)))
        )
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
        _whole = new WholeCase(KnowledgeLoader.BuiltIn, Clock);
    }

    public static string[] Five { get; } = ["us.eml", "us-second.eml", "uk.eml", "de.eml", "jp.eml"];

    public string Folder => _folder.FullName;

    public CasePaths Paths => CasePaths.Of(Folder);

    public FakeTimeProvider Clock { get; }

    /// <summary>Takes the whole event through the steps and writes every package.</summary>
    public CaseWork Write() => _whole.Write(Paths);

    public string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    public void Dispose() => _folder.Delete(recursive: true);
}
