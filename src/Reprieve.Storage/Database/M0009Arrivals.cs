using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>Mails that arrived in watched mailboxes.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0009_arrivals")]
internal sealed class M0009Arrivals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "arrivals",
            table => new
            {
                Id = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                Print = table.Column<string>(maxLength: 64),
                At = table.Column<long>(),
                State = table.Column<string>(maxLength: 20),
                CaseId = table.Column<Guid>(nullable: true),
                Body = table.Column<byte[]>(),
                Mail = table.Column<byte[]>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_arrivals", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_arrivals_print", "arrivals", ["ClientId", "Print"], unique: true);
        migrationBuilder.CreateIndex("ix_arrivals_state", "arrivals", ["State", "At"]);
        migrationBuilder.CreateIndex("ix_arrivals_case", "arrivals", "CaseId");
    }
}
