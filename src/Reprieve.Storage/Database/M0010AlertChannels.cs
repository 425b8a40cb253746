using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>Channels that alerts go to.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0010_alert_channels")]
internal sealed class M0010AlertChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "alert_channels",
            table => new { Id = table.Column<Guid>(), Body = table.Column<byte[]>() },
            constraints: table => table.PrimaryKey("pk_alert_channels", row => row.Id)
        );
}
