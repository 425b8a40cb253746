using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Cases.Tests.Record;

public sealed class CaseJsonTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 30, 18, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_record_reads_back_as_it_was_written()
    {
        Case record = Cases.Full(_clock);

        string json = CaseJson.Serialize(record);

        CaseJson.Serialize(CaseJson.Deserialize(json)).ShouldBe(json);
        Timeline.FirstBroken(CaseJson.Deserialize(json).Timeline).ShouldBeNull();
        json.ShouldContain("深圳");
        json.ShouldNotContain("\r");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("{\"format\": 1, \"id\": \"not an id\"}")]
    public void What_is_no_record_is_refused(string json) =>
        Should.Throw<JsonException>(() => CaseJson.Deserialize(json));

    [Fact]
    public void A_record_of_a_newer_form_is_refused_rather_than_misread() =>
        Should
            .Throw<JsonException>(() =>
                CaseJson.Deserialize(CaseJson.Serialize(Cases.Empty(_clock) with { Format = 99 }))
            )
            .Message.ShouldContain("99");

    [Fact]
    public void Ids_are_unique_and_sort_by_the_time_they_were_made()
    {
        CaseId first = CaseId.New(_clock);
        _clock.Advance(TimeSpan.FromMilliseconds(2));
        CaseId second = CaseId.New(_clock);

        first.ShouldNotBe(second);
        string.CompareOrdinal(first.ToString(), second.ToString()).ShouldBeLessThan(0);
        CaseId.Parse(first.ToString()).ShouldBe(first);
    }
}
