using Microsoft.Playwright;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>How a person works a page.</summary>
internal abstract class Hand(IPage page)
{
    public IPage Page => page;

    public abstract Task PressAsync(ILocator what);

    public abstract Task TypeAsync(ILocator field, string text);

    public abstract Task TickAsync(ILocator box);

    public abstract Task ChooseFilesAsync(ILocator input, string[] files);
}

/// <summary>With the mouse.</summary>
internal sealed class MouseHand(IPage page) : Hand(page)
{
    public override Task PressAsync(ILocator what) => what.ClickAsync();

    public override Task TypeAsync(ILocator field, string text) => field.FillAsync(text);

    public override Task TickAsync(ILocator box) => box.CheckAsync();

    public override Task ChooseFilesAsync(ILocator input, string[] files) => input.SetInputFilesAsync(files);
}

/// <summary>With the keyboard alone: everything must be reached by Tab and worked by Enter, Space and letters.</summary>
internal sealed class KeyboardHand(IPage page) : Hand(page)
{
    private const int MostTabs = 300;

    public override async Task PressAsync(ILocator what)
    {
        await ReachAsync(what);
        await Page.Keyboard.PressAsync("Enter");
    }

    public override async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public override async Task TickAsync(ILocator box)
    {
        await ReachAsync(box);
        await Page.Keyboard.PressAsync("Space");
    }

    public override async Task ChooseFilesAsync(ILocator input, string[] files)
    {
        await ReachAsync(input);
        // The dialog behind it is the system's, and opens late on a busy machine: that the field is reached is ours.
        await input.SetInputFilesAsync(files);
    }

    private async Task ReachAsync(ILocator what)
    {
        await what.WaitForAsync();
        for (int tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await what.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{what} is not reached by Tab.");
    }
}
