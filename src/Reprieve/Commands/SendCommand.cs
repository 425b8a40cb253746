using System.CommandLine;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Mailing;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve send FOLDER</c>: sends the answer by e-mail where the notice wants that, or records that the seller sent it
/// (<c>--by-hand</c>). What is sent is frozen.
/// </summary>
internal sealed class SendCommand
{
    private readonly Argument<string> _folder = FolderArgument.Create();
    private readonly Option<bool> _byHand = new("--by-hand") { Description = Say.Get("Option_ByHand") };
    private readonly Option<bool> _preview = new("--preview") { Description = Say.Get("Option_MailPreview") };
    private readonly Option<string?> _settle = new("--settle")
    {
        Description = Say.Get("Option_Settle"),
        HelpName = string.Join('|', Words),
    };
    private readonly Option<string?> _by = new("--by") { Description = Say.Get("Option_By"), HelpName = "NAME" };
    private readonly Option<string[]> _set = new("--override")
    {
        Description = Say.Get("Option_Override"),
        HelpName = "RULE",
    };
    private readonly Option<string?> _because = new("--because")
    {
        Description = Say.Get("Option_Because"),
        HelpName = "REASON",
    };
    private readonly MailboxOptions _mailbox = new();
    private readonly CliContext _cli;
    private readonly CommonOptions _common;

    private SendCommand(CliContext cli, CommonOptions common)
    {
        _cli = cli;
        _common = common;
        _settle.AcceptOnlyFromAmong(Words);
    }

    private static string[] Words => [.. Enum.GetValues<MailWord>().Select(word => word.Code())];

    public static Command Create(CliContext cli, CommonOptions common)
    {
        var send = new SendCommand(cli, common);
        var command = new Command("send", Say.Get("Cmd_Send"))
        {
            send._folder,
            common.Store,
            send._byHand,
            send._preview,
        };
        foreach (Option option in send._mailbox.All)
        {
            command.Add(option);
        }

        command.Add(send._settle);
        command.Add(send._by);
        command.Add(send._set);
        command.Add(send._because);
        command.SetAction((parsed, cancel) => Task.Run(() => send.RunAsync(parsed, cancel), CancellationToken.None));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        bool json = parsed.GetValue(_common.Json);
        bool byHand = parsed.GetValue(_byHand);
        if (!byHand && !parsed.GetValue(_preview) && parsed.GetValue(_settle) is null && !_mailbox.IsGiven(parsed))
        {
            throw new UsageException(Say.Get("Send_How"));
        }

        string who = parsed.GetValue(_by) ?? Environment.UserName;
        IReadOnlyList<RuleOverride> overrides = Overrides(parsed, who);
        CasePaths paths = FolderArgument.Paths(parsed, _folder, _common);
        KnowledgeBase knowledge = _common.LoadKnowledge(parsed);
        CaseWork work = Prepared(knowledge, paths, cancel);
        var mailed = new MailedAnswer(_cli, knowledge, parsed.GetValue(_common.Quiet), json);
        if (parsed.GetValue(_preview))
        {
            return MailPreview.Show(_cli, knowledge, work);
        }

        if (parsed.GetValue(_settle) is { } word)
        {
            MailWord said = Enum.GetValues<MailWord>().First(one => one.Code() == word);
            return mailed.Decide(work, said, who, parsed.GetValue(_because) ?? "");
        }

        return byHand
            ? Recorded(new SendCase(knowledge, _cli.Clock).RecordByHand(work, who, overrides), json)
            : await mailed.SendAsync(
                work,
                _mailbox.Account(parsed, _cli, knowledge),
                _mailbox.Sender(parsed, _cli, _common),
                who,
                overrides,
                cancel
            );
    }

    /// <summary>The case as it stands, read and checked anew; the package itself is left as it is.</summary>
    private CaseWork Prepared(KnowledgeBase knowledge, CasePaths paths, CancellationToken cancel)
    {
        CaseWork work = new ReadCase(knowledge, _cli.Clock).Open(paths, cancel: cancel);
        if (work.Record.Package.Count == 0)
        {
            throw new CaseException(Say.Get("Send_NoPackage", paths.Folder));
        }

        work = new ReviewCase(knowledge, _cli.Clock).Review(work, cancel: cancel);
        return new AnswerCase(knowledge, _cli.Clock).AnswerAsPacked(work);
    }

    private List<RuleOverride> Overrides(ParseResult parsed, string who)
    {
        string[] rules = parsed.GetValue(_set) ?? [];
        string? because = parsed.GetValue(_because);
        return rules.Length > 0 && string.IsNullOrWhiteSpace(because)
            ? throw new UsageException(Say.Get("Send_Because"))
            : [.. rules.Select(rule => new RuleOverride(rule, because!, who))];
    }

    private int Recorded(CaseWork work, bool json)
    {
        SentAppeal sent = work.Record.Rounds[^1].Sent;
        if (json)
        {
            _cli.Out.WriteLine(AppealJson.Serialize(sent));
            return ExitCode.Done;
        }

        string where = Path.GetRelativePath(work.Paths.Folder, work.Paths.Round(sent.Round)).Replace('\\', '/');
        _cli.Out.WriteLine(Say.Get("Send_Recorded", sent.Round, Figures.Moment(sent.At), sent.By, where));
        _cli.Out.WriteLine(Say.Get("Send_After"));
        return ExitCode.Done;
    }
}
