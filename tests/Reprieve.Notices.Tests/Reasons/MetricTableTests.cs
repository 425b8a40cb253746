namespace Reprieve.Notices.Tests;

/// <summary>Reasons where a mail lists metrics that are met beside those that are missed.</summary>
public sealed class MetricTableTests
{
    [Fact]
    public void A_metric_that_the_request_does_not_name_is_no_reason()
    {
        Diagnosis read = Some.Read(
            "Your account has been deactivated.\n\nWhy is this happening?\nOf your metrics one is missed:\n\nLate shipment rate  12.7%\nValid tracking rate  98.8%\nOrder defect rate  0.45%\n\nHow do I reactivate my account?\nSend a plan of action that tells us:\n- The root causes of the late shipments\n- The steps you have taken to prevent late shipments\n"
        );
        read.Reasons.Select(r => r.Code).ShouldBe(["late_shipment"]);
    }
}
