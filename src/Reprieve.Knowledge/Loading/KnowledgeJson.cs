using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Knowledge.Loading;

// Entries are read; what is written now and then needs no code of its own.
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(Wording))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(SenderList))]
[JsonSerializable(typeof(Metric))]
[JsonSerializable(typeof(Policy))]
[JsonSerializable(typeof(CheckRule))]
[JsonSerializable(typeof(PlanWords))]
[JsonSerializable(typeof(Paper))]
[JsonSerializable(typeof(PaperWords))]
[JsonSerializable(typeof(HealthWords))]
[JsonSerializable(typeof(Route))]
[JsonSerializable(typeof(EscalationRoute))]
[JsonSerializable(typeof(Download))]
[JsonSerializable(typeof(ReportColumns))]
[JsonSerializable(typeof(Marketplace))]
[JsonSerializable(typeof(Playbook))]
[JsonSerializable(typeof(SlotWords))]
[JsonSerializable(typeof(VoiceCause))]
[JsonSerializable(typeof(VoiceWords))]
[JsonSerializable(typeof(RepairRule))]
[JsonSerializable(typeof(AmazonRegion))]
[JsonSerializable(typeof(AmazonOperation))]
[JsonSerializable(typeof(AmazonReport))]
[JsonSerializable(typeof(WarningRule))]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(MailProvider))]
[JsonSerializable(typeof(AlertService))]
[JsonSerializable(typeof(List<CompiledEntry>))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class KnowledgeJson : JsonSerializerContext
{
    /// <summary>For people: indented, other scripts as they are.</summary>
    public static KnowledgeJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!)
            {
                WriteIndented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            }
        );
}
