using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>The people who work here, what each may do, where each is signed in, links for clients, and what was done about all
/// that.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0003_people")]
internal sealed class M0003People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people",
            table => new
            {
                Id = table.Column<Guid>(),
                Name = table.Column<string>(),
                Email = table.Column<string>(),
                PasswordHash = table.Column<string>(nullable: true),
                SecurityStamp = table.Column<string>(),
                Failures = table.Column<int>(),
                LockedUntil = table.Column<long>(nullable: true),
                InvitationHash = table.Column<string>(nullable: true),
                InvitedUntil = table.Column<long>(nullable: true),
                Created = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_people", row => row.Id)
        );
        migrationBuilder.CreateTable(
            "grants",
            table => new
            {
                PersonId = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                Role = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_grants", row => new { row.PersonId, row.ClientId })
        );
        migrationBuilder.CreateTable(
            "sessions",
            table => new
            {
                KeyHash = table.Column<string>(),
                Id = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                Started = table.Column<long>(),
                Seen = table.Column<long>(),
                Until = table.Column<long>(),
                Browser = table.Column<string>(),
                Ticket = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_sessions", row => row.KeyHash)
        );
        migrationBuilder.CreateIndex("ix_sessions_person", "sessions", "PersonId");
        migrationBuilder.CreateTable(
            "passkeys",
            table => new
            {
                Id = table.Column<string>(),
                PersonId = table.Column<Guid>(),
                Name = table.Column<string>(),
                Created = table.Column<long>(),
                Body = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_passkeys", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_passkeys_person", "passkeys", "PersonId");
        migrationBuilder.CreateTable(
            "intakes",
            table => new
            {
                TokenHash = table.Column<string>(),
                Id = table.Column<Guid>(),
                CaseId = table.Column<Guid>(),
                Name = table.Column<string>(),
                Created = table.Column<long>(),
                Until = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_intakes", row => row.TokenHash)
        );
        migrationBuilder.CreateIndex("ix_intakes_case", "intakes", "CaseId");
        migrationBuilder.CreateTable(
            "journal",
            table => new
            {
                Id = table.Column<Guid>(),
                At = table.Column<long>(),
                Who = table.Column<string>(),
                What = table.Column<string>(),
                About = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_journal", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_journal_at", "journal", "At");
    }
}
