using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>What of a sent answer was its seller's own, as keyed hashes of word groups.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0006_prints")]
internal sealed class M0006Prints : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "prints",
            table => new
            {
                CaseId = table.Column<Guid>(),
                Store = table.Column<string>(maxLength: 40),
                Round = table.Column<int>(),
                Groups = table.Column<byte[]>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "pk_prints",
                    row => new
                    {
                        row.CaseId,
                        row.Store,
                        row.Round,
                    }
                )
        );
}
