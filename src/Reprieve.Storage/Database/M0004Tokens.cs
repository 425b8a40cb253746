using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Reprieve.Storage.Database;

/// <summary>What programs ask by in the place of people, and what they were answered.</summary>
[DbContext(typeof(StorageContext))]
[Migration("0004_tokens")]
internal sealed class M0004Tokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "tokens",
            table => new
            {
                TokenHash = table.Column<string>(),
                Id = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                ClientId = table.Column<Guid>(),
                Name = table.Column<string>(),
                Created = table.Column<long>(),
                Seen = table.Column<long>(nullable: true),
                Until = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_tokens", row => row.TokenHash)
        );
        migrationBuilder.CreateIndex("ix_tokens_person", "tokens", "PersonId");
        migrationBuilder.CreateTable(
            "replies",
            table => new
            {
                TokenId = table.Column<Guid>(),
                Key = table.Column<string>(),
                Request = table.Column<string>(),
                At = table.Column<long>(),
                Status = table.Column<int>(nullable: true),
                Type = table.Column<string>(nullable: true),
                Location = table.Column<string>(nullable: true),
                Body = table.Column<byte[]>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_replies", row => new { row.TokenId, row.Key })
        );
        migrationBuilder.CreateIndex("ix_replies_at", "replies", "At");
    }
}
