using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>What a token is for: those that are there already are for programs.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0007_calendars")]
internal sealed class M0007Calendars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Use", "tokens", nullable: true);
}
