namespace Reprieve.Practice.Generating;

/// <summary>Where parcels go.</summary>
internal static class Places
{
    public static readonly (string City, string State, string Zip)[] All =
    [
        ("OMAHA", "NE", "68102"),
        ("SPOKANE", "WA", "99201"),
        ("PORTLAND", "ME", "04101"),
        ("AUSTIN", "TX", "78701"),
        ("FRESNO", "CA", "93721"),
        ("San Diego", "CA", "92101"),
        ("TAMPA", "FL", "33602"),
        ("ALBANY", "NY", "12207"),
        ("Brooklyn", "NY", "11201"),
        ("BOISE", "ID", "83702"),
        ("DULUTH", "MN", "55802"),
        ("MACON", "GA", "31201"),
        ("TULSA", "OK", "74103"),
        ("RENO", "NV", "89501"),
        ("ERIE", "PA", "16501"),
        ("CAÑON CITY", "CO", "81212"),
        ("TOPEKA", "KS", "66603"),
        ("MOBILE", "AL", "36602"),
        ("DAYTON", "OH", "45402"),
        ("LAREDO", "TX", "78040"),
    ];
}
