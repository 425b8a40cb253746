using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>How accounts at Amazon stood, look by look.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0012_snapshots")]
internal sealed class M0012Snapshots : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "snapshots",
            table => new
            {
                Id = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                ConnectionId = table.Column<Guid>(),
                TakenAt = table.Column<long>(),
                Body = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_snapshots", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_snapshots_connection", "snapshots", ["ConnectionId", "TakenAt"]);
    }
}
