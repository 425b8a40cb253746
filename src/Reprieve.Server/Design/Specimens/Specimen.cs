using Microsoft.AspNetCore.Components;
using Reprieve.Knowledge;

namespace Reprieve.Server.Design.Specimens;

/// <summary>A part of <see cref="DesignPage"/>; it stands there twice, so ids and names carry a prefix.</summary>
public abstract class Specimen : ComponentBase
{
    /// <summary>Goes before every id and name.</summary>
    [Parameter, EditorRequired]
    public string Prefix { get; set; } = "";

    /// <summary>A present of its own: the page looks the same on every day.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(-7));

    /// <summary>A name that may be long, to see what a piece does with it.</summary>
    internal const string LongName =
        "late-shipment-downloads_account-health_2026-07-01_2026-09-30_store-of-examples_final-version(2).csv";

    /// <summary>An invented text in the screen's language. It is no text of the workbench and stands in no resource.</summary>
    internal static string In(string english, string chinese) => UserTexts.Language == "en" ? english : chinese;

    internal string Id(string name) => $"{Prefix}-{name}";
}
