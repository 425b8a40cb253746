using Reprieve.Knowledge;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Tests.Interview;

public sealed class SlotTests
{
    private static readonly SlotContext English = Context("en", "amazon.com");

    [Theory]
    [InlineData(Slot.Date, "2026-09-03", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "2026年9月3日", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "２０２６年９月３日", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "Sept 3, 2026", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "September 3rd, 2026", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "3 September 2026", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "3. September 2026", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "03.09.2026", "September 3, 2026", "2026-09-03")]
    [InlineData(Slot.Date, "9/23/2026", "September 23, 2026", "2026-09-23")]
    [InlineData(Slot.Count, "3", "3", "3")]
    [InlineData(Slot.Count, "三", "3", "3")]
    [InlineData(Slot.Count, "3 人", "3", "3")]
    [InlineData(Slot.Count, "三条", "3", "3")]
    [InlineData(Slot.Count, "一百二十件", "120", "120")]
    [InlineData(Slot.Count, "两千零五", "2,005", "2005")]
    [InlineData(Slot.Count, "1,200 units", "1,200", "1200")]
    [InlineData(Slot.Count, "three employees", "3", "3")]
    [InlineData(Slot.Percent, "6.8%", "6.8%", "0.068")]
    [InlineData(Slot.Percent, "6,8 %", "6.8%", "0.068")]
    [InlineData(Slot.Percent, "百分之六点八", "6.8%", "0.068")]
    [InlineData(Slot.Percent, "0.4 %", "0.4%", "0.004")]
    [InlineData(Slot.HowOften, "每天", "every day", "daily")]
    [InlineData(Slot.HowOften, "每个工作日上午10点", "every working day at 10:00", "working_day 10:00")]
    [InlineData(Slot.HowOften, "每周一下午5点半", "every Monday at 17:30", "monday 17:30")]
    [InlineData(Slot.HowOften, "Every working day at 1 pm", "every working day at 13:00", "working_day 13:00")]
    [InlineData(Slot.HowOften, "每次下单前", "before each purchase order", "before_purchase")]
    [InlineData(Slot.HowOften, "每批到货当天", "on the day of each delivery", "delivery_day")]
    [InlineData(Slot.HowOften, "每天早晚各一次", "twice a day", "twice_daily")]
    [InlineData(Slot.HowOften, "every 2 days", "every 2 days", null)]
    [InlineData(Slot.Who, "仓库主管", "our warehouse supervisor", "warehouse_supervisor")]
    [InlineData(Slot.Who, "our warehouse supervisor", "our warehouse supervisor", "warehouse_supervisor")]
    [InlineData(Slot.Who, "仓库主管 Li Wei", "our warehouse supervisor Li Wei", "warehouse_supervisor Li Wei")]
    [InlineData(Slot.Who, "Maria Gomez", "Maria Gomez", null)]
    [InlineData(Slot.Who, "picker of the night shift", "our picker of the night shift", "picker of the night shift")]
    [InlineData(Slot.Who, "night shift lead", "our night shift lead", "night shift lead")]
    [InlineData(Slot.Who, "shift lead Ann Lee", "our shift lead Ann Lee", "shift_lead Ann Lee")]
    [InlineData(Slot.Who, "the night porter", "the night porter", null)]
    [InlineData(Slot.Who, "班组长", "our shift lead", "shift_lead")]
    [InlineData(Slot.Tool, "店小秘", "Dianxiaomi ERP", "dianxiaomi")]
    [InlineData(
        Slot.Tool,
        "Excel sheet Daily Shipping Log",
        "the Excel sheet Daily Shipping Log",
        "Excel sheet Daily Shipping Log"
    )]
    [InlineData(Slot.Tool, "a Google sheet of ours", "a Google sheet of ours", null)]
    [InlineData(Slot.Tool, "公司网盘", "our shared company drive", "company_drive")]
    [InlineData(Slot.Tool, "ShipStation", "ShipStation", null)]
    [InlineData(Slot.YesNo, "是", "yes", "yes")]
    [InlineData(Slot.YesNo, "没有", "no", "no")]
    [InlineData(Slot.YesNo, "Yes", "yes", "yes")]
    [InlineData(Slot.Text, "2:30 p.m.", "2:30 p.m.", "14:30")]
    [InlineData(Slot.Pick, "second", "comes second", "second")]
    [InlineData(Slot.Pick, "第二", "comes second", "second")]
    [InlineData(Slot.Pick, "The second", "comes second", "second")]
    [InlineData(Slot.PickSeveral, "第二、first", "comes first and comes second", "first,second")]
    public void An_answer_in_either_language_becomes_english_words(Slot slot, string given, string says, string? code)
    {
        SlotReading reading = Read(slot, given, English);

        reading.Problem.ShouldBeNull();
        reading.Value.ShouldBe(says);
        reading.Code.ShouldBe(code ?? says);
    }

    [Theory]
    [InlineData(Slot.Date, "2026-12-24", "future")]
    [InlineData(Slot.Date, "2006-09-03", "too far off")]
    [InlineData(Slot.Date, "9月3日", "year is missing")]
    [InlineData(Slot.Date, "9/3/2026", "two ways")]
    [InlineData(Slot.Date, "last week", "2026-09-03")]
    [InlineData(Slot.Date, "2026-02-30", "2026-09-03")]
    [InlineData(Slot.Count, "about 40", "exact")]
    [InlineData(Slot.Count, "3-4", "exact")]
    [InlineData(Slot.Count, "-3", "negative")]
    [InlineData(Slot.Count, "99999999999", "too large")]
    [InlineData(Slot.Percent, "0.068", "sign")]
    [InlineData(Slot.Percent, "140 %", "between 0 and 100")]
    [InlineData(Slot.HowOften, "regularly", "exactly")]
    [InlineData(Slot.HowOften, "经常", "English")]
    [InlineData(Slot.Who, "李伟", "Latin letters")]
    [InlineData(Slot.Who, "仓库主管李伟", "Latin letters")]
    [InlineData(Slot.Tool, "我们的系统", "Latin letters")]
    [InlineData(Slot.Text, "包装太薄", "English")]
    [InlineData(Slot.Text, "Упаковка", "English")]
    [InlineData(Slot.YesNo, "perhaps", "yes or no")]
    [InlineData(Slot.Pick, "third", "choices")]
    [InlineData(Slot.Document, "nowhere.pdf", "nowhere.pdf")]
    public void What_cannot_be_taken_is_asked_again_with_the_reason(Slot slot, string given, string problem)
    {
        SlotReading reading = Read(slot, given, English);

        reading.Value.ShouldBeNull();
        reading.Problem!.ShouldContain(problem);
    }

    [Fact]
    public void A_german_answer_writes_dates_and_figures_the_german_way()
    {
        SlotContext german = Context("de", "amazon.de");

        Read(Slot.Date, "2026-10-06", german).Value.ShouldBe("6. Oktober 2026");
        Read(Slot.Percent, "6.8%", german).Value.ShouldBe("6,8 %");
        Read(Slot.Count, "1200", german).Value.ShouldBe("1.200");
    }

    [Fact]
    public void Free_text_in_chinese_is_right_in_a_chinese_answer() =>
        Read(Slot.Text, "包装太薄", Context("zh-Hans", "amazon.com")).Value.ShouldBe("包装太薄");

    [Fact]
    public void No_text_whatever_breaks_a_slot() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.String[0, 40], CsCheck.Gen.Enum<Slot>()),
            (text, slot) =>
            {
                SlotReading reading = Read(slot, text, English);
                (reading.Value is null).ShouldBe(reading.Problem is not null);
            },
            iter: 2000
        );

    [Theory]
    [InlineData("2:30 p.m.", "de", "14:30")]
    [InlineData("2:30 p.m.", "ja", "14:30")]
    [InlineData("下午2点半", "zh-Hans", "14:30")]
    [InlineData("下午2点半", "en", "14:30")]
    [InlineData("14:30", "en", "14:30")]
    [InlineData("2:30 p.m.", "en", "2:30 p.m.")]
    [InlineData("Regal 14:30", "de", "Regal 14:30")]
    public void An_hour_alone_is_written_as_the_language_writes_it(string given, string language, string says) =>
        Read(Slot.Text, given, Context(language, "amazon.com")).Value.ShouldBe(says);

    [Theory]
    [InlineData("en", "Sunday")]
    [InlineData("de", "Sonntag")]
    [InlineData("ja", "日曜日")]
    [InlineData("zh-Hans", "星期日")]
    public void A_weekday_has_its_name_in_the_language(string language, string name) =>
        Formats.Of(language, "amazon.com").Weekday(DayOfWeek.Sunday).ShouldBe(name);

    private static SlotReading Read(Slot slot, string given, SlotContext context)
    {
        var question = new Question
        {
            Id = "q",
            Ask = English_("?"),
            Slot = slot,
            Choices =
            [
                new Choice
                {
                    Code = "first",
                    Label = Both("The first", "第一"),
                    Say = English_("comes first"),
                },
                new Choice
                {
                    Code = "second",
                    Label = Both("The second|number two", "第二|第二个"),
                    Say = English_("comes second"),
                },
            ],
        };
        return SlotReader.Read(question, new Answer("q", null, given, [given], null, null, [], 1), context);
    }

    private static LocalizedText English_(string text) => new(new Dictionary<string, string> { ["en"] = text });

    private static LocalizedText Both(string english, string chinese) =>
        new(new Dictionary<string, string> { ["en"] = english, ["zh-Hans"] = chinese });

    private static SlotContext Context(string language, string marketplace) =>
        new(KnowledgeLoader.BuiltIn.Slots, language, marketplace, new DateOnly(2026, 10, 20), []);
}
