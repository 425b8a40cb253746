namespace Reprieve.Notices;

/// <summary>What a reason says of the kind of a mail that does not tell it otherwise.</summary>
internal static class ReasonKinds
{
    /// <summary>Whether the mail is about who the seller is or where the money goes.</summary>
    public static bool IsVerification(IReadOnlyList<StatedReason> reasons) =>
        reasons is [{ Code: "identity_verification" or "bank_or_card_verification" or "tax_vat" }, ..];

    /// <summary>Whether the law asks for papers of every such product, so that the mail warns rather than inquires.</summary>
    public static bool IsDuty(IReadOnlyList<StatedReason> reasons) =>
        reasons is [{ Code: "product_compliance_docs" }, ..];

    /// <summary>Whether a reason is a figure out of bounds.</summary>
    public static bool IsMetric(StatedReason reason) =>
        reason.Code is "order_defect_rate" or "late_shipment" or "cancellation_rate" or "valid_tracking";
}
