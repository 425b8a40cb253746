using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Appeals.Packing;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Export;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests;

/// <summary>A case folder in a temporary place, with the request that packs it.</summary>
internal sealed class TestCase : IDisposable
{
    public const string Plan = "Root cause\nOur carrier picked up late on Mondays.\n";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("reprieve-appeals-");

    public TestCase()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "Scan 01 (发票).pdf"), InvoiceBytes);
    }

    public static byte[] InvoiceBytes { get; } = [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))];

    /// <summary>6 October 2026, 09:00 in the store's zone; the computer stands in Shanghai.</summary>
    public static FakeTimeProvider Clock
    {
        get
        {
            var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 6, 16, 0, 0, TimeSpan.Zero));
            clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            return clock;
        }
    }

    /// <summary>The routes and stores that ship, with invented reasons and downloads: pages stay as they are when knowledge grows.</summary>
    public static KnowledgeBase Knowledge { get; } =
        new()
        {
            Routes = KnowledgeLoader.BuiltIn.Routes,
            Marketplaces = KnowledgeLoader.BuiltIn.Marketplaces,
            Forms = KnowledgeLoader.BuiltIn.Forms,
            Reasons = [LateShipment, Inauthentic],
            Downloads = [Shipments],
        };

    public string Root => _root.FullName;

    public string Folder => Path.Combine(Root, "case");

    public string Output => Path.Combine(Folder, "appeal");

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public PackRequest Request(string plan = Plan, Diagnosis? notice = null) =>
        new()
        {
            CaseFolder = Folder,
            Directory = Output,
            Notice = notice ?? Diagnoses.LateShipment,
            Response = Answer(plan),
            Check = Passed,
            FileTypes = ["all_orders"],
            ResponseFiles =
            [
                new OutputFile("plan.txt", Encoding.UTF8.GetBytes(plan)),
                new OutputFile("plan.docx", [1, 2, 3]),
                new OutputFile("ledger.json", Encoding.UTF8.GetBytes("{}")),
            ],
            Documents =
            [
                new Document
                {
                    Path = "Scan 01 (发票).pdf",
                    Sha256 = Hash(InvoiceBytes),
                    Kind = DocumentKind.Invoice,
                    Pages = 1,
                    HasText = true,
                },
            ],
            Store = "Northfold Goods",
        };

    public static CheckReport Passed { get; } =
        new()
        {
            Passed = true,
            ResponseMode = ResponseMode.Plan,
            Words = 400,
            Findings = [],
            Coverage = [],
            Edits = [],
        };

    public static PlanOfAction Answer(string plan = Plan) =>
        new()
        {
            Mode = ResponseMode.Plan,
            Language = "en",
            Questions = [],
            Papers = [],
            Text = plan,
            Sentences = [],
            Facts = [Said("late_shipment.cause", "late pick-up")],
            Attachments =
            [
                new Attachment(
                    "Scan 01 (发票).pdf",
                    "01-carrier-contract.pdf",
                    "The new pick-up time",
                    Hash(InvoiceBytes)
                ),
            ],
        };

    public static Fact Said(string id, string value) =>
        new(id, value, value, new FactSource { Origin = FactOrigin.Statement, Person = "Mei Lin" });

    public static MetricResult Missed { get; } =
        new()
        {
            Code = "late_shipment_rate_30d",
            Program = Fulfilment.Merchant,
            Window = new MetricWindow(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), 30),
            Numerator = 41,
            Denominator = 603,
            Value = 41 / 603.0,
            Target = 0.04,
            Condition = TargetCondition.LessThan,
            Status = "missed",
            Assumed = 0,
            Missing = [],
            Assumptions = [],
            Orders = [],
            AmazonReported = new ReportedFigure(0.071, "BAD"),
        };

    public static Appeal Pack(PackRequest request) => PackOrCancel(request, CancellationToken.None);

    public static Appeal PackOrCancel(PackRequest request, CancellationToken cancel) =>
        new AppealPacker(Knowledge, Clock).Pack(request, cancel);

    /// <summary>Every file below the root with its bytes, to hold two moments against each other.</summary>
    public SortedDictionary<string, string> Files(string? root = null) => Snapshot(root ?? Root);

    public static SortedDictionary<string, string> Snapshot(string root) =>
        new(
            Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(root, file).Replace('\\', '/'),
                    file => Convert.ToHexString(File.ReadAllBytes(file))
                ),
            StringComparer.Ordinal
        );

    public string Read(string file) => File.ReadAllText(Path.Combine(Output, file));

    public void Write(string file, string text)
    {
        string path = Path.Combine(Output, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static Reason LateShipment =>
        new()
        {
            Code = "late_shipment",
            Source = "invented",
            Seen = new DateOnly(2026, 11, 22),
            Marketplaces = ["all"],
            Sure = Certainty.Practice,
            Name = Text("Late shipment rate", "迟发率"),
            Ground = Ground.Performance,
            Cues = new Dictionary<string, IReadOnlyList<Cue>>(),
            Metrics = ["late_shipment_rate_30d"],
            DoNot = [Text("Do not confirm shipments that have not left.", "没有发出的订单不要提前确认发货。")],
        };

    private static Reason Inauthentic =>
        LateShipment with
        {
            Code = "inauthentic",
            Name = Text("Authenticity complaints", "真伪投诉"),
            Ground = Ground.Policy,
            Metrics = [],
            DoNot = [],
            Papers = ["invoices", "letter_of_authorisation"],
            LawyerFirst = true,
        };

    private static Download Shipments =>
        new()
        {
            Code = "shipments",
            Source = "invented",
            Seen = new DateOnly(2026, 11, 22),
            Marketplaces = ["all"],
            Sure = Certainty.Practice,
            Name = Text("Late shipment download", "迟发明细"),
            Where = Text("Account Health > Shipping Performance > Download Report", "账户状况 > 配送绩效 > 下载报告"),
            Days = 30,
            Fills = "shipments",
            Metrics = ["late_shipment_rate_30d"],
        };

    private static LocalizedText Text(string english, string chinese) =>
        new(new Dictionary<string, string> { ["en"] = english, ["zh-Hans"] = chinese });
}
