using System.CommandLine;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve send FOLDER --by-hand</c>: records that the seller sent the package, and freezes the round.</summary>
internal static class SendCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var byHand = new Option<bool>("--by-hand") { Description = Say.Get("Option_ByHand") };
        var by = new Option<string?>("--by") { Description = Say.Get("Option_By"), HelpName = "NAME" };
        var set = new Option<string[]>("--override") { Description = Say.Get("Option_Override"), HelpName = "RULE" };
        var because = new Option<string?>("--because") { Description = Say.Get("Option_Because"), HelpName = "REASON" };
        var command = new Command("send", Say.Get("Cmd_Send")) { folder, common.Store, byHand, by, set, because };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () =>
                    {
                        if (!parsed.GetValue(byHand))
                        {
                            throw new UsageException(Say.Get("Send_OnlyByHand"));
                        }

                        CasePaths paths = FolderArgument.Paths(parsed, folder, common);
                        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                        CaseWork work = Prepared(cli, knowledge, paths, cancel);
                        string who = parsed.GetValue(by) ?? Environment.UserName;
                        IReadOnlyList<RuleOverride> overrides = Overrides(
                            parsed.GetValue(set) ?? [],
                            parsed.GetValue(because),
                            who
                        );
                        return Record(
                            cli,
                            new SendCase(knowledge, cli.Clock).RecordByHand(work, who, overrides),
                            parsed.GetValue(common.Json)
                        );
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    /// <summary>The case as it stands, read and checked anew; the package itself is left as the seller sent it.</summary>
    private static CaseWork Prepared(CliContext cli, KnowledgeBase knowledge, CasePaths paths, CancellationToken cancel)
    {
        CaseWork work = new ReadCase(knowledge, cli.Clock).Open(paths, cancel: cancel);
        if (work.Record.Package.Count == 0)
        {
            throw new CaseException(Say.Get("Send_NoPackage", paths.Folder));
        }

        work = new ReviewCase(knowledge, cli.Clock).Review(work, cancel: cancel);
        return new AnswerCase(knowledge, cli.Clock).Answer(work);
    }

    private static List<RuleOverride> Overrides(string[] rules, string? because, string who)
    {
        if (rules.Length > 0 && string.IsNullOrWhiteSpace(because))
        {
            throw new UsageException(Say.Get("Send_Because"));
        }

        return [.. rules.Select(rule => new RuleOverride(rule, because!, who))];
    }

    /// <summary>The round's place in the case folder.</summary>
    private static string Where(CasePaths paths, int round) =>
        Path.GetRelativePath(paths.Folder, paths.Round(round)).Replace('\\', '/');

    private static int Record(CliContext cli, CaseWork work, bool json)
    {
        SentAppeal sent = work.Record.Rounds[^1].Sent;
        if (json)
        {
            cli.Out.WriteLine(AppealJson.Serialize(sent));
            return ExitCode.Done;
        }

        cli.Out.WriteLine(
            Say.Get("Send_Recorded", sent.Round, Figures.Moment(sent.At), sent.By, Where(work.Paths, sent.Round))
        );
        cli.Out.WriteLine(Say.Get("Send_After"));
        return ExitCode.Done;
    }
}
