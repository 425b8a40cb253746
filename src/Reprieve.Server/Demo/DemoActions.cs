using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Actions;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Demo;

/// <summary>The page on which a case is watched from its notice to reinstatement; there is one in a demo alone.</summary>
internal static class DemoActions
{
    /// <summary>Where it is.</summary>
    public const string Path = "/demo";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, DemoStory story) => ShowAsync(http, story));
        app.MapPost(Path, TakeAsync).AddEndpointFilter<TokenFilter>();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, DemoStory story, string? problem = null) =>
        PageFrame.Page<DemoPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("State", await story.LookAsync(http.RequestAborted)),
            (
                "Account",
                await http.Service<Workbench>().Connections.AllAsync(http.RequestAborted) is [var first, ..]
                    ? first
                    : null
            ),
            ("Problem", problem)
        );

    private static async Task<IResult> TakeAsync(HttpContext http, DemoStory story)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (!Enum.TryParse(form.Field("step"), out DemoStep step) || !Enum.IsDefined(step))
        {
            return Form.To(Path);
        }

        // To the end, even where the browser goes away meanwhile.
        return await story.TakeAsync(step, CancellationToken.None) is { } problem
            ? await ShowAsync(http, story, problem)
            : Form.To($"{Path}#{step}");
    }
}
