using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>The first tables. No column names a type of its own: each database takes the one it has for the CLR type.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0001_cases")]
internal sealed class M0001Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "clients",
            table => new { Id = table.Column<Guid>(), Name = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_clients", row => row.Id)
        );
        migrationBuilder.CreateTable(
            "accounts",
            table => new
            {
                Id = table.Column<Guid>(),
                ClientId = table.Column<Guid>(nullable: true),
                Store = table.Column<string>(),
                LegalName = table.Column<string>(),
                Marketplaces = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_accounts", row => row.Id)
        );
        Cases(migrationBuilder);
        migrationBuilder.CreateTable(
            "timeline",
            table => new
            {
                CaseId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Hash = table.Column<string>(),
                Body = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_timeline", row => new { row.CaseId, row.Number })
        );
        Files(migrationBuilder);
        migrationBuilder.CreateTable(
            "tasks",
            table => new
            {
                Id = table.Column<Guid>(),
                CaseId = table.Column<Guid>(),
                Due = table.Column<long>(nullable: true),
                DoneAt = table.Column<long>(nullable: true),
                Body = table.Column<byte[]>(),
                Mac = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_tasks", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_tasks_case", "tasks", "CaseId");
        migrationBuilder.CreateIndex("ix_tasks_due", "tasks", ["DoneAt", "Due"]);
    }

    private static void Cases(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "cases",
            table => new
            {
                Id = table.Column<Guid>(),
                AccountId = table.Column<Guid>(nullable: true),
                Title = table.Column<string>(),
                Stage = table.Column<string>(),
                Search = table.Column<string>(),
                Due = table.Column<long>(),
                Created = table.Column<long>(),
                Updated = table.Column<long>(),
                Revision = table.Column<int>(),
                Record = table.Column<byte[]>(),
                Summary = table.Column<byte[]>(),
                Entries = table.Column<int>(),
                LastHash = table.Column<string>(),
                Digest = table.Column<byte[]>(),
                Mac = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("pk_cases", row => row.Id)
        );
        migrationBuilder.CreateIndex("ix_cases_due", "cases", ["Due", "Updated"], descending: [false, true]);
        migrationBuilder.CreateIndex(
            "ix_cases_stage",
            "cases",
            ["Stage", "Due", "Updated"],
            descending: [false, false, true]
        );
    }

    private static void Files(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "files",
            table => new
            {
                CaseId = table.Column<Guid>(),
                PathKey = table.Column<string>(),
                Revision = table.Column<int>(),
                Until = table.Column<int>(nullable: true),
                Blob = table.Column<string>(),
                Body = table.Column<byte[]>(),
                Mac = table.Column<byte[]>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "pk_files",
                    row => new
                    {
                        row.CaseId,
                        row.PathKey,
                        row.Revision,
                    }
                )
        );
    }
}
