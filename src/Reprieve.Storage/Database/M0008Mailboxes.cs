using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>Mailboxes that answers go from.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0008_mailboxes")]
internal sealed class M0008Mailboxes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mailboxes",
            table => new
            {
                Id = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                Body = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_mailboxes", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_mailboxes_client", "mailboxes", "ClientId");
    }
}
