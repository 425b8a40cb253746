using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>Connections to Amazon.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0011_connections")]
internal sealed class M0011Connections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "connections",
            table => new
            {
                Id = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                Body = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_connections", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_connections_client", "connections", "ClientId");
    }
}
