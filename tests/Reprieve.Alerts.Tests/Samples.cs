using Microsoft.Extensions.Time.Testing;
using Reprieve.Alerts.Tests.Sending;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Tests;

/// <summary>Alerts, channels and a clock as the tests need them.</summary>
internal static class Samples
{
    /// <summary>2026-11-27 02:00 UTC, 1795744800 seconds after 1970.</summary>
    public static readonly DateTimeOffset Now = ServiceRules.Now;

    public static FakeTimeProvider Clock() => new(Now);

    public static Alert Alert(string happened = "case-7/3f2a/decision", bool urgent = false) =>
        new()
        {
            Event = happened,
            At = Now.AddSeconds(-30),
            Urgent = urgent,
            Link = new Uri("https://reprieve.example/cases/7?tab=a&b=1"),
            Texts = new Dictionary<string, AlertText>(StringComparer.Ordinal)
            {
                ["en"] = new(
                    "Amazon asks for more",
                    "Case 7 <amazon.de>: an invoice is missing.",
                    "Send the invoice within 3 days."
                ),
                ["zh-Hans"] = new("亚马逊要求补充材料", "案件 7：缺少一张发票。", "请在 3 天内提交发票。"),
            },
        };

    public static Alert Saying(string title, string text = "", string act = "", string happened = "e") =>
        Alert(happened) with
        {
            Texts = new Dictionary<string, AlertText>(StringComparer.Ordinal) { ["en"] = new(title, text, act) },
        };

    public static AlertChannel Channel(AlertKind kind, string? address = null, string? secret = null) =>
        new()
        {
            Id = kind.ToString(),
            Name = "Ours",
            Kind = kind,
            Address = new Uri(
                address ?? (kind is AlertKind.Mail ? "mailto:owner@shop.example" : "https://robot.example/hook?key=1")
            ),
            Secret = secret ?? (kind is AlertKind.Webhook ? "a secret of the receiver" : null),
        };

    public static AlertService Service(AlertKind kind) =>
        KnowledgeLoader.BuiltIn.AlertServices.Single(service => service.Code == kind.Code());
}

/// <summary>A folder, gone when disposed; in memory where the system has it, as tens of thousands of files are flushed.</summary>
internal sealed class TempFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Path { get; } =
        Directory.Exists(Memory)
            ? Directory
                .CreateDirectory(System.IO.Path.Combine(Memory, "reprieve-alerts-" + Guid.NewGuid().ToString("N")))
                .FullName
            : Directory.CreateTempSubdirectory("reprieve-alerts-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
