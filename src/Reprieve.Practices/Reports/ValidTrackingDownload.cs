namespace Reprieve.Practices.Reports;

/// <summary>
/// The valid-tracking download of the Account Health page (help page G201817070): by tracking id, whether Amazon takes
/// it as valid. It names no order: what it says is laid over the packages of other files.
/// </summary>
internal static class ValidTrackingDownload
{
    private const int Tracking = 0;
    private const int Valid = 1;

    public static readonly ReportKind Kind = new("shipments", ["tracking-id", "has-valid-tracking"], Needed: 2, Take)
    {
        Name = "valid_tracking",
    };

    private static string? Take(ReportRow row, Imports into)
    {
        if (!YesNo.TryRead(row[Valid], out bool? valid) || valid is null)
        {
            return Reject.NotInList(Kind.Columns[Valid], row[Valid], ["Yes", "No"]);
        }

        // A package without an id has nothing that could be valid, and nothing to find it by.
        if (!row[Tracking].IsEmpty)
        {
            into.ValidTracking[TextHash.Of(row.Utf8(Tracking))] = valid.Value;
        }

        return null;
    }
}
