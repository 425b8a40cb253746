using System.CommandLine;
using System.Globalization;
using Reprieve.Accuracy;
using Reprieve.Knowledge;
using Reprieve.Notices;

// Says how often the reader is right on labelled notices, and shows every miss.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;
var path = new Argument<string>("PATH") { Description = "a .jsonl with labels, or a folder of fixtures" };
var own = new Option<string?>("--knowledge") { Description = "a folder laid over the built-in knowledge" };
var only = new Option<string>("--only")
{
    Description = "only notices whose id begins so",
    DefaultValueFactory = _ => "",
};
var command = new RootCommand("Accuracy of the notice reader") { path, own, only };
command.SetAction(parsed =>
{
    var reader = new NoticeReader(KnowledgeLoader.Load(parsed.GetValue(own)));
    List<Score> scores =
    [
        .. LabelFiles
            .Load(parsed.GetRequiredValue(path))
            .Where(label => label.Id.StartsWith(parsed.GetValue(only)!, StringComparison.Ordinal))
            .Select(label => new Score(label, reader.Read(label.Message))),
    ];
    Report.Write(scores, Console.Out);
    return scores.Count == 0 ? 1 : 0;
});
return command.Parse(args).Invoke();
