using Reprieve.Appeals.Tests.Guards;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests;

public sealed class AttemptsLeftTests
{
    private static readonly Evidence Words = Diagnoses.Quote("two attempts left");

    [Fact]
    public void Where_no_message_states_a_number_none_is_told() =>
        AttemptsLeft.Of([Diagnoses.LateShipment, Diagnoses.Denied], []).ShouldBeNull();

    [Theory]
    [InlineData(2, false, 2)]
    [InlineData(2, true, 2)]
    [InlineData(1, false, 1)]
    public void Before_anything_was_sent_the_number_is_as_it_stands(int count, bool inAll, int left) =>
        AttemptsLeft.Of([Stating(Diagnoses.LateShipment, count, inAll)], []).ShouldNotBeNull().Left.ShouldBe(left);

    [Theory]
    [InlineData(2, true, 1)]
    [InlineData(2, false, 1)]
    [InlineData(1, true, 0)]
    public void A_round_sent_after_the_notice_is_used_up(int count, bool inAll, int left) =>
        AttemptsLeft
            .Of([Stating(Diagnoses.LateShipment, count, inAll)], [SendGuardsTests.Round(null)])
            .ShouldNotBeNull()
            .Left.ShouldBe(left);

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void A_denial_that_says_what_is_left_has_counted_the_round_it_denies(bool inAll, int left)
    {
        Diagnosis denied = Stating(Diagnoses.Denied, 2, inAll);

        AttemptsLeft
            .Of([Stating(Diagnoses.LateShipment, 5, false), denied], [SendGuardsTests.Round(denied)])
            .ShouldNotBeNull()
            .Left.ShouldBe(left);
    }

    [Fact]
    public void A_forged_message_has_no_say() =>
        AttemptsLeft.Of([Stating(Diagnoses.Forged, 1, false)], []).ShouldBeNull();

    private static Diagnosis Stating(Diagnosis message, int count, bool inAll) =>
        message with
        {
            Attempts = new StatedAttempts(count, inAll, Words),
        };
}
