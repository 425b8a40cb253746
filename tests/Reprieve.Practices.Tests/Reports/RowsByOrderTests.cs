using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class RowsByOrderTests
{
    /// <summary>Held against grouping by a dictionary: few orders, many or one row each, read in several goes.</summary>
    [Fact]
    public void Each_order_finds_its_rows_in_the_order_in_which_they_were_read() =>
        Gen.Select(Gen.ULong[1, 300].Array[0, 3000], Gen.Int[1, 500])
            .Sample(
                (keys, step) =>
                {
                    var rows = new RowStore<OrderKey>();
                    var numbers = new OrderNumbers(expected: 1);
                    var byOrder = new RowsByOrder<OrderKey>(rows, (in OrderKey key) => key, numbers);
                    for (int i = 0; i < keys.Length; i++)
                    {
                        rows.Add(new OrderKey(keys[i]));
                        if (i % step == 0)
                        {
                            byOrder.CatchUp();
                        }
                    }

                    byOrder.CatchUp();
                    byOrder.Group();
                    ulong[] distinct = [.. keys.Distinct()];
                    numbers.Count.ShouldBe(distinct.Length);
                    for (int number = 0; number < distinct.Length; number++)
                    {
                        numbers[number].ShouldBe(new OrderKey(distinct[number]));
                        numbers.Find(new OrderKey(distinct[number])).ShouldBe(number);
                        Rows(byOrder, number).ShouldBe(PlacesOf(keys, distinct[number]));
                    }

                    numbers.Find(new OrderKey(1000)).ShouldBe(-1);
                },
                iter: 200
            );

    [Fact]
    public void Rows_that_another_thread_read_stand_behind_those_before()
    {
        var all = new RowStore<OrderKey>();
        all.Add(new OrderKey(1));
        var part = new RowStore<OrderKey>();
        part.Add(new OrderKey(20));
        part.Add(new OrderKey(30));
        all.Take(part, (ref OrderKey key) => key = new OrderKey(key.Value / 10));
        all.Take(new RowStore<OrderKey>(), (ref OrderKey _) => { });
        all.Add(new OrderKey(4));

        all.Count.ShouldBe(4);
        List<ulong> seen = [];
        for (int block = 0; block < all.Blocks; block++)
        {
            for (int i = 0; i < all.Rows(block).Length; i++)
            {
                all[RowStore<OrderKey>.First(block) + i].ShouldBe(all.Rows(block)[i]);
                seen.Add(all.Rows(block)[i].Value);
            }
        }

        seen.ShouldBe([1UL, 2UL, 3UL, 4UL]);
    }

    private static int[] Rows(RowsByOrder<OrderKey> byOrder, int number) =>
        byOrder.GroupOf(number) is >= 0 and var group ? byOrder.PlacesOf(group).ToArray() : [byOrder.OnlyOf(number)];

    /// <summary>Without gaps, as no part was taken over.</summary>
    private static IEnumerable<int> PlacesOf(ulong[] keys, ulong key) =>
        Enumerable.Range(0, keys.Length).Where(i => keys[i] == key);
}
