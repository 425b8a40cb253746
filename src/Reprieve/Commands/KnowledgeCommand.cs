using System.CommandLine;
using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve knowledge check|show</c>: what Reprieve knows of Amazon, how old it is, and from where.</summary>
internal static class KnowledgeCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var command = new Command("knowledge", Say.Get("Cmd_Knowledge"));

        var check = new Command("check", Say.Get("Cmd_KnowledgeCheck"));
        check.SetAction(parsed => Check(cli, common.LoadKnowledge(parsed), parsed.GetValue(common.Json)));
        command.Add(check);

        var what = new Argument<string?>("ENTRY")
        {
            Description = Say.Get("Arg_Entry"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var show = new Command("show", Say.Get("Cmd_KnowledgeShow")) { what };
        show.SetAction(parsed => Show(cli, common.LoadKnowledge(parsed), parsed.GetValue(what)));
        command.Add(show);
        return command;
    }

    private static int Check(CliContext cli, KnowledgeBase knowledge, bool json)
    {
        DateOnly today = DateOnly.FromDateTime(cli.Clock.GetLocalNow().Date);
        IReadOnlyList<(string Folder, KnowledgeEntry Entry)> old = KnowledgeAge.Old(knowledge, today);
        if (json)
        {
            WriteJson(cli, knowledge, old);
            return ExitCode.Done;
        }

        cli.Out.WriteLine(Say.Get("Knowledge_Valid", knowledge.Entries.Count()));
        foreach (
            IGrouping<Certainty, KnowledgeEntry> group in knowledge
                .Entries.Select(e => e.Entry)
                .GroupBy(e => e.Sure)
                .Order(BySureness)
        )
        {
            cli.Out.WriteLine($"  {group.Count(), 5}  {Say.Get("Sure_" + group.Key)}");
        }

        cli.Out.WriteLine(old.Count == 0 ? Say.Get("Knowledge_AllFresh") : Say.Get("Knowledge_Old", old.Count));
        foreach ((string folder, KnowledgeEntry entry) in old)
        {
            cli.Out.WriteLine($"  {entry.Seen:yyyy-MM-dd}  {folder}/{entry.Code}  {entry.Source}");
        }

        return ExitCode.Done;
    }

    private static readonly Comparer<IGrouping<Certainty, KnowledgeEntry>> BySureness = Comparer<
        IGrouping<Certainty, KnowledgeEntry>
    >.Create((a, b) => a.Key.CompareTo(b.Key));

    private static void WriteJson(
        CliContext cli,
        KnowledgeBase knowledge,
        IReadOnlyList<(string Folder, KnowledgeEntry Entry)> old
    )
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("entries", knowledge.Entries.Count());
            writer.WriteStartArray("old");
            foreach ((string folder, KnowledgeEntry entry) in old)
            {
                writer.WriteStartObject();
                writer.WriteString("entry", $"{folder}/{entry.Code}");
                writer.WriteString(
                    "seen",
                    entry.Seen.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                );
                writer.WriteString("source", entry.Source);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        cli.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static int Show(CliContext cli, KnowledgeBase knowledge, string? what)
    {
        List<(string Folder, KnowledgeEntry Entry)> found =
        [
            .. knowledge.Entries.Where(pair =>
                what is null
                || pair.Folder == what
                || pair.Entry.Code == what
                || $"{pair.Folder}/{pair.Entry.Code}" == what
            ),
        ];
        if (found.Count == 0)
        {
            throw new UsageException(Say.Get("Knowledge_NoEntry", what));
        }

        foreach ((string folder, KnowledgeEntry entry) in found)
        {
            cli.Out.WriteLine($"{folder}/{entry.Code}");
            if (found.Count <= 12)
            {
                cli.Out.WriteLine(
                    $"  {Say.Get("Sure_" + entry.Sure)} · {entry.Seen:yyyy-MM-dd} · {string.Join(", ", entry.Marketplaces)}"
                );
                cli.Out.WriteLine($"  {entry.Source}");
                cli.Out.WriteLine(Indented(KnowledgeLoader.ToJson(entry)));
            }
        }

        return ExitCode.Done;
    }

    private static string Indented(string text) =>
        string.Join(Environment.NewLine, text.Split('\n').Select(line => "    " + line.TrimEnd('\r')));
}
