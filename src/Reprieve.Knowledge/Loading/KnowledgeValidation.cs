namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold between entries, beyond the shape of each.</summary>
internal static class KnowledgeValidation
{
    private static readonly string[] PolicyFields = ["item-name", "item-description", "item-note"];

    public static IEnumerable<KnowledgeProblem> Check(
        KnowledgeBase knowledge,
        IReadOnlyList<(RawEntry Raw, KnowledgeEntry Entry)> entries
    )
    {
        foreach ((RawEntry raw, KnowledgeEntry entry) in entries)
        {
            foreach ((string path, string message) in Provenance(entry, knowledge).Concat(Content(entry, knowledge)))
            {
                yield return new KnowledgeProblem(raw.File, raw.LineOf(path), message);
            }
        }
    }

    private static IEnumerable<(string Path, string Message)> Provenance(KnowledgeEntry entry, KnowledgeBase knowledge)
    {
        if (string.IsNullOrWhiteSpace(entry.Source))
        {
            yield return ("$.source", "source is empty; say where this was read, or 'practice'");
        }

        if (entry.Marketplaces.Count == 0)
        {
            yield return ("$.marketplaces", "marketplaces is empty; name the stores, or [all]");
        }

        foreach (string store in entry.Marketplaces)
        {
            if (store != "all" && entry is not Marketplace && knowledge.Marketplace(store) is null)
            {
                yield return ("$.marketplaces", $"'{store}' is no store of knowledge/marketplaces");
            }
        }
    }

    private static IEnumerable<(string Path, string Message)> Content(KnowledgeEntry entry, KnowledgeBase knowledge) =>
        entry switch
        {
            Reason reason => OfReason(reason, knowledge),
            Metric metric => OfMetric(metric),
            Playbook playbook => OfPlaybook(playbook, knowledge),
            Policy policy => OfPolicy(policy, knowledge),
            Download download => OfDownload(download, knowledge),
            ReportColumns columns => OfColumns(columns),
            Marketplace store => OfMarketplace(store),
            Route route => OfRoute(route, knowledge),
            EscalationRoute way => EscalationValidation.Check(way, knowledge),
            VoiceCause cause => OfVoice(cause, knowledge),
            RepairRule repair => OfRepair(repair),
            MailProvider provider => MailProviderValidation.Check(provider),
            AlertService service => AlertServiceValidation.Check(service),
            AmazonRegion region => AmazonValidation.Check(region),
            AmazonOperation operation => AmazonValidation.Check(operation),
            AmazonReport report => AmazonValidation.Check(report),
            HealthWords words => HealthWordsValidation.Check(words),
            WarningRule rule => WarningValidation.Check(rule, knowledge),
            Translation translation => TranslationValidation.Check(translation, knowledge),
            _ => [],
        };

    private static IEnumerable<(string Path, string Message)> OfReason(Reason reason, KnowledgeBase knowledge)
    {
        if (!reason.Cues.TryGetValue(LocalizedText.Fallback, out IReadOnlyList<Cue>? english) || english.Count == 0)
        {
            yield return ("$.cues", "a reason needs at least one English cue (cues: en: [...])");
        }

        foreach (string metric in reason.Metrics.Where(code => knowledge.Metrics.All(m => m.Code != code)))
        {
            yield return ("$.metrics", $"'{metric}' is no metric of knowledge/metrics");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfMetric(Metric metric)
    {
        if (metric.WindowDays <= 0)
        {
            yield return ("$.windowDays", "windowDays must be at least 1");
        }

        if (metric.LagDays < 0)
        {
            yield return ("$.lagDays", "lagDays cannot be negative");
        }

        if (metric.Target is < 0 or > 1)
        {
            yield return ("$.target", "target is a fraction from 0 to 1 (4 % is 0.04)");
        }

        if (metric.Target is null != metric.Condition is null)
        {
            yield return ("$.target", "target and condition go together");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfPlaybook(Playbook playbook, KnowledgeBase knowledge)
    {
        foreach (string reason in playbook.Reasons.Where(code => knowledge.Reason(code) is null))
        {
            yield return ("$.reasons", $"'{reason}' is no reason of knowledge/reasons");
        }

        foreach (string id in playbook.Sentences.GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return ("$.sentences", $"the sentence id '{id}' stands twice");
        }

        if (playbook.GoesOn is { } on && Waits(on.Mode, knowledge))
        {
            yield return ("$.goesOn", $"'{on.Mode.Code()}' does not write anything; nothing would ever come of it");
        }

        for (int i = 0; i < playbook.Questions.Count; i++)
        {
            Question question = playbook.Questions[i];
            if (question.Slot is Slot.Pick or Slot.PickSeveral && question.Choices.Count == 0)
            {
                yield return ($"$.questions[{i}]", $"'{question.Id}' is a pick without choices");
            }
        }
    }

    /// <summary>Whether a mode has steps of its own, or no frame at all: going on with it could go round in a circle.</summary>
    private static bool Waits(ResponseMode mode, KnowledgeBase knowledge) =>
        mode is ResponseMode.Unknown
        || knowledge.Playbooks.Any(frame => frame.GoesOn is not null && frame.Modes.Contains(mode));

    private static IEnumerable<(string Path, string Message)> OfPolicy(Policy policy, KnowledgeBase knowledge)
    {
        if (policy.Patterns.Count == 0 && policy.Terms.Values.All(words => words.Count == 0))
        {
            yield return ("$.terms", "a policy needs at least one word to look for (terms: en: [...]), or a pattern");
        }

        foreach (string word in policy.Terms.Values.SelectMany(words => words).Where(word => !BeginsAsWord(word)))
        {
            yield return ("$.terms", $"'{word}' does not begin with a letter or digit and would never be found");
        }

        foreach (string field in policy.Fields.Where(field => !PolicyFields.Contains(field)))
        {
            yield return ("$.fields", $"'{field}' is not looked at; these are: {string.Join(", ", PolicyFields)}");
        }

        foreach (string code in policy.Reasons.Where(code => knowledge.Reason(code) is null))
        {
            yield return ("$.reasons", $"'{code}' is no reason of knowledge/reasons");
        }

        static bool BeginsAsWord(string word) => word.Length > 0 && char.IsLetterOrDigit(word, 0);
    }

    private static IEnumerable<(string Path, string Message)> OfDownload(Download download, KnowledgeBase knowledge)
    {
        foreach (string metric in download.Metrics.Where(code => knowledge.Metrics.All(m => m.Code != code)))
        {
            yield return ("$.metrics", $"'{metric}' is no metric of knowledge/metrics");
        }

        foreach (string reason in download.Reasons.Where(code => knowledge.Reason(code) is null))
        {
            yield return ("$.reasons", $"'{reason}' is no reason of knowledge/reasons");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfColumns(ReportColumns columns)
    {
        foreach ((string column, IReadOnlyList<string> names) in columns.Columns)
        {
            if (names.Count == 0 || names.Any(string.IsNullOrWhiteSpace))
            {
                yield return ($"$.columns.{column}", $"'{column}' has no name, or an empty one");
            }
        }

        foreach (
            string name in columns
                .Columns.SelectMany(pair => pair.Value.Distinct(StringComparer.OrdinalIgnoreCase))
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key)
        )
        {
            yield return ("$.columns", $"'{name}' names two columns of one report");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfMarketplace(Marketplace store)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(store.TimeZone, out _))
        {
            yield return ("$.timeZone", $"'{store.TimeZone}' is no IANA time zone");
        }

        if (store.DateOrder is not ("mdy" or "dmy" or "ymd"))
        {
            yield return ("$.dateOrder", "dateOrder is mdy, dmy or ymd");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfRoute(Route route, KnowledgeBase knowledge)
    {
        foreach (string code in route.Fallbacks.Where(code => knowledge.Routes.All(r => r.Code != code)))
        {
            yield return ("$.fallbacks", $"'{code}' is no route of knowledge/routes");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfVoice(VoiceCause cause, KnowledgeBase knowledge)
    {
        if (cause.Words.Values.All(words => words.Count == 0))
        {
            yield return ("$.words", "a cause needs at least one wording (words: en: [...])");
        }

        foreach (string language in cause.Words.Keys.Where(code => knowledge.VoiceWords.All(w => w.Code != code)))
        {
            yield return ("$.words", $"'{language}' is no language of knowledge/voice-words");
        }

        foreach (
            string reason in cause.Reasons.Where(code =>
                knowledge.Voices.Any(other => other.Code != cause.Code && other.Reasons.Contains(code))
            )
        )
        {
            yield return ("$.reasons", $"'{reason}' stands with another cause too");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfRepair(RepairRule repair)
    {
        if (repair.Days is <= 0)
        {
            yield return ("$.days", "days must be at least 1; leave it out where there is no limit");
        }
    }
}
