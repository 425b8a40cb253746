using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>
/// Whose turn it is, the marketplace, the person and the money held stand in the row of a case, and in the indexes that lists
/// are found in. Rows that are there already are filled when the workbench opens: the values are sealed.
/// </summary>
[DbContext(typeof(StorageContext))]
[Migration("0005_board")]
internal sealed class M0005Board : Migration
{
    private static readonly string[] Found =
    [
        "Id",
        "AccountId",
        "Turn",
        "Marketplace",
        "AssigneeId",
        "Held",
        "Currency",
        "Search",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Turn", "cases", nullable: true);
        migrationBuilder.AddColumn<string>("Marketplace", "cases", nullable: true);
        migrationBuilder.AddColumn<Guid>("AssigneeId", "cases", nullable: true);
        migrationBuilder.AddColumn<long>("Held", "cases", nullable: true);
        migrationBuilder.AddColumn<string>("Currency", "cases", nullable: true);
        migrationBuilder.DropIndex("ix_cases_due", "cases");
        migrationBuilder.DropIndex("ix_cases_stage", "cases");
        Index(migrationBuilder, "ix_cases_due", ["Due", "Updated", "Stage", .. Found]);
        Index(migrationBuilder, "ix_cases_stage", ["Stage", "Due", "Updated", .. Found]);
    }

    /// <summary>The newest change first.</summary>
    private static void Index(MigrationBuilder migrationBuilder, string name, string[] columns) =>
        migrationBuilder.CreateIndex(
            name,
            "cases",
            columns,
            descending: [.. columns.Select(column => column == "Updated")]
        );
}
