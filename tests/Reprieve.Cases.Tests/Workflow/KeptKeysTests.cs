using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Tests.Workflow;

public sealed class KeptKeysTests
{
    private static readonly UsedKey Key = new("s1._domainkey.amazon.com", "v=DKIM1; p=AAAA");

    [Fact]
    public void A_kept_key_comes_before_any_other()
    {
        var kept = new KeptKeys(new Newer());
        kept.Take(With(Key));
        kept.Find("S1", "Amazon.com").ShouldBe(DkimKeyAnswer.Found(Key.Record));
        kept.Find("s2", "amazon.com").ShouldBe(DkimKeyAnswer.Found("p=BBBB"));
    }

    [Fact]
    public void Without_the_network_only_what_was_kept_is_known()
    {
        var kept = new KeptKeys(null);
        kept.Take(With(Key));
        kept.Find("s1", "amazon.com").Record.ShouldBe(Key.Record);
        kept.Find("s2", "amazon.com").ShouldBe(DkimKeyAnswer.NotAsked);
    }

    [Fact]
    public void Another_case_has_its_own_keys()
    {
        var kept = new KeptKeys(null);
        kept.Take(With(Key));
        kept.Take(null);
        kept.Find("s1", "amazon.com").ShouldBe(DkimKeyAnswer.NotAsked);
    }

    [Fact]
    public void The_record_holds_the_keys_and_none_where_there_are_none()
    {
        string json = CaseJson.Serialize(With(Key));
        CaseJson.Deserialize(json).Notices.Single().Keys.ShouldBe([Key]);
        CaseJson.Serialize(With()).ShouldNotContain("keys");
    }

    private static Case With(params UsedKey[] keys) =>
        Case.Opened(TimeProvider.System) with
        {
            Notices =
            [
                new CaseNotice("notice.eml", "cc", NoticeKind.Deactivation, null, [])
                {
                    Keys = keys.Length > 0 ? keys : null,
                },
            ],
        };

    private sealed class Newer : IDkimKeys
    {
        public DkimKeyAnswer Find(string selector, string domain) => DkimKeyAnswer.Found("p=BBBB");
    }
}
