using System.Globalization;
using AngleSharp.Dom;
using Reprieve.Server.Design;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Design;

public class DueTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(-7));

    [Theory]
    [InlineData(2880, "2 days left", "还剩 2 天")]
    [InlineData(2879, "47 hours left", "还剩 47 小时")]
    [InlineData(119, "1 hour left", "还剩 1 小时")]
    [InlineData(59, "59 minutes left", "还剩 59 分钟")]
    [InlineData(1, "1 minute left", "还剩 1 分钟")]
    [InlineData(0, "0 minutes left", "还剩 0 分钟")]
    [InlineData(-1, "The time has passed", "已过期")]
    public void Counts_what_is_left_and_never_rounds_up(int minutes, string english, string chinese)
    {
        Screen.In("en", () => DueWords.Left(Now.AddMinutes(minutes), Now)).ShouldBe(english);
        Screen.In("zh-Hans", () => DueWords.Left(Now.AddMinutes(minutes), Now)).ShouldBe(chinese);
    }

    [Fact]
    public void Writes_the_day_in_the_screens_language_whatever_the_system_speaks()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Screen.In("en", () => DueWords.When(Now)).ShouldBe("Thursday, 1 October 2026, 09:00");
            Screen.In("zh-Hans", () => DueWords.When(Now)).ShouldBe("2026年10月1日 星期四 09:00");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Shows_the_stores_own_time_and_the_sentence_in_its_language()
    {
        IDocument page = await Rendered.As<Due>(
            "zh-Hans",
            ("At", Now.AddDays(16)),
            ("Now", Now.ToOffset(TimeSpan.Zero)),
            ("Zone", "太平洋时间"),
            ("Sentence", "within 17 days"),
            ("SentenceLang", "en")
        );

        page.QuerySelector("time")!.GetAttribute("data-due").ShouldBe("2026-10-17T09:00:00-07:00");
        page.QuerySelector(".when")!.TextContent.ShouldBe("2026年10月17日 星期六 09:00 (太平洋时间)");
        page.QuerySelector("q")!.GetAttribute("lang").ShouldBe("en");
    }
}
