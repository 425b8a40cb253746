using Reprieve.Amazon;
using Reprieve.Cases;
using Reprieve.Cli.Output;

namespace Reprieve.Cli.Selling;

/// <summary>What a connection gives and what a pull brought, for people.</summary>
internal sealed class ConnectView(CliContext cli)
{
    private const int LabelWidth = 20;
    private readonly Screen _screen = new(cli.Out, cli.OutIsTerminal);

    public void Show(ConnectionFinding finding)
    {
        foreach (FoundStore store in finding.Stores)
        {
            _screen.Row(
                Screen.Plain(store.Code),
                Screen.Plain(Say.Get(store.ListingsInactive ? "Connect_Inactive" : "Connect_Sells")),
                LabelWidth
            );
        }

        if (finding.Stores.Count == 0)
        {
            _screen.Line(Screen.Plain(Say.Get("Connect_NoStore")));
        }

        foreach (ConnectionRight right in finding.Rights)
        {
            string sentence =
                right.Refusal ?? (right.Role is { } role ? Say.Get("Connect_May", role) : Say.Get("Connect_MayAsk"));
            _screen.Row(
                Screen.Plain((right.Refusal is null ? "✓ " : "✗ ") + right.Operation),
                Screen.Plain(sentence),
                LabelWidth + 4
            );
        }
    }

    public void Show(PullResult pulled, string folder)
    {
        _screen.Line();
        _screen.Line(
            Screen.Plain(Say.Get("Pull_Files", pulled.Files.Count, Path.Combine(folder, CasePaths.AmazonName)))
        );
        foreach (string note in pulled.Notes)
        {
            _screen.Item("", Screen.Plain(note), labelWidth: 1);
        }

        foreach (PullTrouble trouble in pulled.Troubles)
        {
            _screen.Item("", Screen.Plain($"{trouble.Part}: {trouble.Sentence}"), "✗", labelWidth: 1);
        }

        _screen.Line();
        _screen.Line(
            Screen.Plain(
                pulled.Troubles.Count == 0 ? Say.Get("Pull_Next", folder)
                : pulled.Troubles.Any(trouble => !trouble.Passes) ? Say.Get("Pull_PutRight")
                : Say.Get("Pull_Again")
            )
        );
    }
}
