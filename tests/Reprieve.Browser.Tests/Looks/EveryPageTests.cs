using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Reprieve.Browser.Tests.Looks;

/// <summary>What holds for every page of every sample case.</summary>
public class EveryPageTests(Gallery gallery) : IClassFixture<Gallery>
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Nothing_runs_out_of_a_phones_width(string language)
    {
        IPage page = await OpenAsync(options =>
        {
            options.ViewportSize = new() { Width = 375, Height = 800 };
            options.Locale = language;
        });

        List<string> wide = [];
        foreach (string path in await gallery.PathsAsync())
        {
            await gallery.ShowAsync(page, path);
            int over = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            if (over > 0)
            {
                wide.Add($"{path}: {over} px");
            }
        }

        wide.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme, int width)
    {
        IPage page = await OpenAsync(options =>
        {
            options.ColorScheme = scheme;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });

        string script = new BundledAxeScriptProvider().GetScript();
        List<string> serious = [];
        foreach (string path in await gallery.PathsAsync())
        {
            await gallery.ShowAsync(page, path);
            await page.EvaluateAsync(script);
            string[] faults = await page.EvaluateAsync<string[]>(
                """
                async () => (await axe.run(document)).violations
                  .filter(violation => ['serious', 'critical'].includes(violation.impact))
                  .map(violation => `${violation.id}: ${violation.nodes[0].html}`)
                """
            );
            serious.AddRange(faults.Select(fault => $"{path}: {fault}"));
        }

        serious.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_Chinese_every_heading_button_and_label_is_Chinese()
    {
        IPage page = await OpenAsync(options => options.Locale = "zh-CN");

        List<string> foreign = [];
        foreach (string path in await gallery.PathsAsync())
        {
            await gallery.ShowAsync(page, path);
            (await page.GetAttributeAsync("html", "lang")).ShouldBe("zh-Hans");
            foreign.AddRange(
                await page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('h2, h3, button, label, legend, dt, thead th, summary, nav a, .light')]
                      .filter(e => !e.closest('[lang]:not(html)') && e.checkVisibility())
                      .map(e => e.innerText.trim())
                      .filter(text => /[A-Za-z]{3}/.test(text) && !/[\u4e00-\u9fff]/.test(text))
                    """
                )
            );
        }

        // Names of files, shops and Amazon's own codes are what they are in every language.
        foreign
            .Distinct()
            .Where(text => !text.Contains('.', StringComparison.Ordinal))
            .ShouldBeSubsetOf(["ASIN", "SKU"]);
    }

    [Fact]
    public async Task No_page_breaks_the_content_policy_or_throws()
    {
        await gallery.ReadyAsync();
        IPage page = await gallery.Bench.OpenAsync();
        foreach (string path in await gallery.PathsAsync())
        {
            await gallery.ShowAsync(page, path);
        }

        gallery.Bench.Problems.Where(problem => !problem.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<IPage> OpenAsync(Action<BrowserNewContextOptions> with)
    {
        await gallery.ReadyAsync();
        return await gallery.Bench.OpenAsync(with: with);
    }
}
