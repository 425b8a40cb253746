using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Interview.Slots;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Evidence;

/// <summary>What the notice says: its day, store, ASINs, limits, what it asks for, and Amazon's own figure if it states one.</summary>
internal static class NoticeFacts
{
    public static void Add(FactBook book, ResponseRequest request, KnowledgeBase knowledge, Formats formats)
    {
        AddOne(book, request.Notice, request.NoticeFile, knowledge, formats, "notice");
        if (request.Original is { } original)
        {
            var file = new SourceFile(original.Source, original.Sha256);
            AddOne(book, original, file, knowledge, formats, "original");
        }

        Diagnosis naming =
            request.Notice.Asins.Count > 0 || request.Original is null ? request.Notice : request.Original;
        SourceFile from = ReferenceEquals(naming, request.Notice)
            ? request.NoticeFile
            : new SourceFile(naming.Source, naming.Sha256);
        for (int i = 0; i < naming.Asins.Count; i++)
        {
            book.Add(FactBook.Item("asin", i + 1) + "id", naming.Asins[i], null, Source(from, null));
        }

        if (Outline.Reasons(request).Any(reason => Lawyer.Needed(reason, knowledge)))
        {
            book.Add(Lawyer.First, "yes", null, Source(request.NoticeFile, null));
        }

        string round = (request.Earlier.Count + 1).ToString(CultureInfo.InvariantCulture);
        book.Add("round", round, null, Source(request.NoticeFile, null));
    }

    private static void AddOne(
        FactBook book,
        Diagnosis notice,
        SourceFile file,
        KnowledgeBase knowledge,
        Formats formats,
        string prefix
    )
    {
        FactSource source = Source(file, null);
        if (LocalDay(notice.Date, notice.Marketplace, knowledge) is { } day)
        {
            book.Add($"{prefix}.date", formats.Date(day), Iso(day), source);
        }

        book.Add(
            $"{prefix}.marketplace",
            notice.Marketplace is null ? null : StoreName(notice.Marketplace),
            notice.Marketplace,
            source
        );
        book.Add($"{prefix}.kind", notice.Kind.Code(), null, source);
        book.Add($"{prefix}.addressed", Salutation.NameIn(notice, knowledge), null, source);
        book.Add($"{prefix}.asins", formats.List(notice.Asins), null, source);
        book.Add($"{prefix}.orders", formats.List(notice.OrderIds), null, source);
        book.Add($"{prefix}.complaint_ids", formats.List(notice.ComplaintIds), null, source);
        if (notice.Asins.Count > 0)
        {
            book.Add($"{prefix}.asin_count", formats.Count(notice.Asins.Count), null, source);
        }

        if (Response(notice)?.Due is { } due && LocalDay(due, notice.Marketplace, knowledge) is { } last)
        {
            book.Add($"{prefix}.deadline", formats.Date(last), Iso(last), source);
        }

        if (
            notice.Deadlines.FirstOrDefault(d => d is { For: "review", Due: not null })?.Due is { } end
            && LocalDay(end, notice.Marketplace, knowledge) is { } until
        )
        {
            book.Add($"{prefix}.review_until", formats.Date(until), Iso(until), source);
        }

        foreach (Ask ask in notice.Asks)
        {
            book.Add("ask." + ask.What, "yes", null, Source(file, ask.Evidence));
        }

        foreach (StatedReason reason in notice.Reasons)
        {
            AddFigure(book, reason, notice, file, knowledge, formats);
        }
    }

    /// <summary>
    /// A percentage in a sentence that states the reason is Amazon's figure, unless it is the target. Two figures
    /// that could be it are none.
    /// </summary>
    private static void AddFigure(
        FactBook book,
        StatedReason reason,
        Diagnosis notice,
        SourceFile file,
        KnowledgeBase knowledge,
        Formats formats
    )
    {
        IReadOnlyList<string> codes = knowledge.Reason(reason.Code)?.Metrics ?? [];
        List<double> targets =
        [
            .. knowledge
                .Metrics.Where(m => codes.Contains(m.Code))
                .Select(m => m.In(notice.Marketplace).Target)
                .OfType<double>(),
        ];
        if (targets.Count == 0)
        {
            return;
        }

        List<(double Value, Notices.Evidence Where)> figures =
        [
            .. reason
                .Evidence.SelectMany(e => Percentages.In(SentenceAround(notice.Text, e)).Select(value => (value, e)))
                .Where(pair =>
                    targets.All(target =>
                        Math.Abs(target - pair.value) > 1e-9 && Math.Abs(1 - target - pair.value) > 1e-9
                    )
                )
                .DistinctBy(pair => pair.value),
        ];
        if (figures.Count == 1)
        {
            book.Add(
                reason.Code + ".amazon_rate",
                formats.Percent(figures[0].Value),
                Code(figures[0].Value),
                Source(file, figures[0].Where)
            );
        }
    }

    private static string SentenceAround(string? text, Notices.Evidence evidence)
    {
        if (text is null || evidence.In is not null || evidence.Start + evidence.Length > text.Length)
        {
            return evidence.Quote;
        }

        int start = text.LastIndexOfAny(['\n', '。'], Math.Max(0, evidence.Start - 1)) + 1;
        int end = text.IndexOfAny(['\n', '。'], evidence.Start + evidence.Length);
        return text[start..(end < 0 ? text.Length : end)];
    }

    /// <summary>The limit for the answer itself, if the notice states one.</summary>
    public static Deadline? Response(Diagnosis notice) =>
        notice.Deadlines.FirstOrDefault(d => d.For == "response" && d.Due is not null);

    /// <summary>The day of an instant in the store's zone; in the instant's own offset where the store is not known.</summary>
    public static DateOnly? LocalDay(DateTimeOffset? at, string? marketplace, KnowledgeBase knowledge)
    {
        if (at is not { } instant)
        {
            return null;
        }

        Marketplace? store = knowledge.Marketplace(marketplace);
        DateTimeOffset local = store is null
            ? instant
            : TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone));
        return DateOnly.FromDateTime(local.DateTime);
    }

    public static string Code(double fraction) => fraction.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string StoreName(string domain) =>
        domain.StartsWith("amazon", StringComparison.Ordinal) ? "A" + domain[1..] : domain;

    private static FactSource Source(SourceFile file, Notices.Evidence? evidence) =>
        new()
        {
            Origin = FactOrigin.Notice,
            File = file.Path,
            Sha256 = file.Sha256,
            Where = evidence is null
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"characters {evidence.Start}-{evidence.Start + evidence.Length}"
                ),
        };
}
