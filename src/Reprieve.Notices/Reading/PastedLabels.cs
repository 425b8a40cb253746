using System.Buffers;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>What a pasted header line tells.</summary>
internal enum PastedField
{
    None,
    From,
    Date,
    To,
    Subject,
}

/// <summary>A label that a mail program writes before a header when a mail is copied or forwarded.</summary>
/// <param name="Field">What it tells.</param>
/// <param name="Order">The order in which its language writes a numeric date: mdy, dmy or ymd.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PastedLabel(PastedField Field, string Order);

/// <summary>
/// The words of mail programs: header labels, forward and reply marks, in the languages of Amazon's stores. They are
/// not in knowledge/, because no notice says them and they do not change with Amazon: they are how files are shaped.
/// </summary>
internal static class PastedLabels
{
    private const string Mdy = "mdy";
    private const string Dmy = "dmy";
    private const string Ymd = "ymd";

    private static readonly Dictionary<string, PastedLabel> Labels = Build(
        (Mdy, "from", "sent|date", "to|cc|bcc|reply-to", "subject"),
        (Dmy, "von", "gesendet|datum", "an|kopie", "betreff"),
        (Dmy, "de|expéditeur", "envoyé|date d'envoi", "à|copie à", "objet"),
        (Dmy, "da|mittente", "inviato|data", "a|destinatario", "oggetto"),
        (Dmy, "remitente", "enviado|fecha", "para|destinatarios", "asunto"),
        (Dmy, "van|afzender", "verzonden|verstuurd", "aan", "onderwerp"),
        (Dmy, "remetente", "enviada em|enviada", "destinatário", "assunto"),
        (Dmy, "från", "skickat", "till", "ämne"),
        (Dmy, "od|nadawca", "wysłano|wysłane", "do|adresat", "temat"),
        (Dmy, "kimden|gönderen", "gönderildi|gönderme tarihi|tarih", "kime|alıcı", "konu"),
        (
            Ymd,
            "发件人|寄件者|寄件人|發件人",
            "发送时间|日期|发件时间|時間|时间|寄件日期|傳送時間|发送日期",
            "收件人|收件者|抄送",
            "主题|主旨|主題|邮件主题"
        ),
        (Ymd, "差出人|送信者|送信元", "送信日時|日時|日付|送信日", "宛先|宛て先", "件名"),
        (Dmy, "من", "تم الإرسال|التاريخ|تاريخ الإرسال", "إلى", "الموضوع")
    );

    private static readonly HashSet<string> ForwardMarks = Set(
        "forwarded message|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht"
            + "|message transféré|début du message transféré|messaggio inoltrato|inizio messaggio inoltrato"
            + "|mensaje reenviado|inicio del mensaje reenviado|doorgestuurd bericht|begin doorgestuurd bericht"
            + "|mensagem encaminhada|início da mensagem encaminhada|vidarebefordrat meddelande|wiadomość przekazana"
            + "|przekazana wiadomość|iletilen mesaj|转发邮件|转发的邮件|转发邮件信息|轉寄郵件|轉寄的郵件|轉寄郵件訊息|転送メッセージ"
            + "|転送されたメッセージ|رسالة معاد توجيهها"
    );

    private static readonly HashSet<string> OriginalMarks = Set(
        "original message|ursprüngliche nachricht|originalnachricht|message d'origine|messaggio originale"
            + "|mensaje original|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|oryginalna wiadomość"
            + "|orijinal mesaj|原始邮件|原始郵件|元のメッセージ|オリジナルメッセージ|الرسالة الأصلية"
    );

    private static readonly HashSet<string> AllMarks = [.. ForwardMarks, .. OriginalMarks];

    private static readonly int LongestMark = AllMarks.Max(mark => mark.Length) + 4;

    private static readonly SearchValues<char> FirstLetters = SearchValues.Create(
        string.Concat(AllMarks.Select(mark => mark[0]))
    );

    private static readonly string[] ForwardPrefixes =
    [
        "fwd:",
        "fw:",
        "wg:",
        "tr:",
        "rv:",
        "i:",
        "doorst:",
        "enc:",
        "vb:",
        "pd:",
        "ynt:",
        "转发:",
        "轉寄:",
        "转发：",
        "轉寄：",
        "転送:",
        "转:",
        "fwd：",
    ];

    private static readonly string[] ReplyPrefixes =
    [
        "re:",
        "aw:",
        "sv:",
        "antw:",
        "r:",
        "rif:",
        "odp:",
        "yan:",
        "回复:",
        "回覆:",
        "答复:",
        "回复：",
        "回覆：",
        "答复：",
        "返信:",
        "re：",
    ];

    public static PastedLabel Find(ReadOnlySpan<char> label) =>
        label.Length <= 24 && Labels.TryGetValue(Plain(label), out PastedLabel found) ? found : default;

    /// <summary>Whether a line says that a forwarded mail stands below it.</summary>
    public static bool IsForward(ReadOnlySpan<char> line) => IsMark(line, ForwardMarks);

    /// <summary>Whether a line says that an earlier mail stands below it, forwarded or answered.</summary>
    public static bool IsOriginal(ReadOnlySpan<char> line) => IsMark(line, OriginalMarks);

    /// <summary>Whether a line that says so may stand in a text before so many letters.</summary>
    public static bool HasMark(ReadOnlySpan<char> text, int letters)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (IsMark(line, AllMarks))
            {
                text.Overlaps(line, out int above);
                return Letters.CountLetters(text[..above]) <= letters;
            }
        }

        return false;
    }

    public static bool SaysForward(string? subject) => Begins(subject, ForwardPrefixes);

    public static bool SaysReply(string? subject) => Begins(subject, ReplyPrefixes);

    private static bool IsMark(ReadOnlySpan<char> line, HashSet<string> marks)
    {
        ReadOnlySpan<char> bare = line.Trim(" \t\r-_=*>:：—–\u00A0\uFEFF");
        return bare.Length > 1
            && bare.Length <= LongestMark
            && FirstLetters.Contains(char.ToLowerInvariant(bare[0]))
            && marks.Contains(Plain(bare));
    }

    private static bool Begins(string? subject, string[] prefixes) =>
        subject is not null
        && Array.Exists(prefixes, prefix => subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Plain(ReadOnlySpan<char> words) =>
        words
            .Trim(" \t*_>\u00A0\u3000")
            .ToString()
            .Replace('’', '\'')
            .Replace("\u3000", "", StringComparison.Ordinal)
            .ToLowerInvariant();

    private static HashSet<string> Set(string words) => new(words.Split('|'), StringComparer.Ordinal);

    private static Dictionary<string, PastedLabel> Build(
        params ReadOnlySpan<(string Order, string From, string Date, string To, string Subject)> languages
    )
    {
        Dictionary<string, PastedLabel> labels = new(StringComparer.Ordinal);
        foreach ((string order, string from, string date, string to, string subject) in languages)
        {
            Add(labels, from, new PastedLabel(PastedField.From, order));
            Add(labels, date, new PastedLabel(PastedField.Date, order));
            Add(labels, to, new PastedLabel(PastedField.To, order));
            Add(labels, subject, new PastedLabel(PastedField.Subject, order));
        }

        return labels;
    }

    private static void Add(Dictionary<string, PastedLabel> labels, string words, PastedLabel label)
    {
        foreach (string word in words.Split('|'))
        {
            labels.TryAdd(word, label);
        }
    }
}
