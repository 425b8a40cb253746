using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>
/// Lists are found in an index alone: it holds what they are ordered, filtered and searched by, so that the rows with their
/// sealed values are read for the lines of one page only.
/// </summary>
[DbContext(typeof(StorageContext))]
[Migration("0002_lists")]
internal sealed class M0002Lists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_cases_due", "cases");
        migrationBuilder.DropIndex("ix_cases_stage", "cases");
        migrationBuilder.CreateIndex(
            "ix_cases_due",
            "cases",
            ["Due", "Updated", "Id", "Stage", "AccountId", "Search"],
            descending: [false, true, false, false, false, false]
        );
        migrationBuilder.CreateIndex(
            "ix_cases_stage",
            "cases",
            ["Stage", "Due", "Updated", "Id", "AccountId", "Search"],
            descending: [false, false, true, false, false, false]
        );
    }
}
