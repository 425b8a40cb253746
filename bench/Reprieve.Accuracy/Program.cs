using System.Globalization;
using Reprieve.Accuracy;
using Reprieve.Knowledge;
using Reprieve.Notices;

// Usage: Reprieve.Accuracy FILE.jsonl. Says how often the reader is right on labelled notices, and shows every miss.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length != 1 || !File.Exists(args[0]))
{
    Console.Error.WriteLine(
        "Usage: Reprieve.Accuracy FILE.jsonl (a labelled notice a line: id, text, kind, reason, response_modes, ground)"
    );
    return 2;
}

var reader = new NoticeReader(KnowledgeLoader.BuiltIn);
List<Score> scores =
[
    .. LabelledNotice
        .Load(args[0])
        .Select(label => new Score(
            label,
            reader.Read(
                new Message
                {
                    Source = args[0],
                    Id = label.Id,
                    Subject = label.Subject,
                    Text = label.Text,
                    Sha256 = "",
                }
            )
        )),
];
Report.Write(scores, Console.Out);
return 0;
