using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Reprieve.Server.Tests.Design;

/// <summary>Renders a component as the host would, and parses it as a browser would.</summary>
internal static class Rendered
{
    /// <summary>Text that breaks out of anything that does not escape it.</summary>
    public const string Hostile = "\"'></textarea></pre><script>alert(1)</script><img src=x onerror=alert(1)>&amp;<!--";

    /// <summary>The component as a document.</summary>
    public static async Task<IDocument> As<T>(string language, params (string Name, object? Value)[] parameters)
        where T : IComponent => new HtmlParser().ParseDocument(await Html<T>(language, parameters));

    public static async Task<string> Html<T>(string language, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
            await using HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
            ParameterView view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
            return await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<T>(view)).ToHtmlString()
            );
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);
}
