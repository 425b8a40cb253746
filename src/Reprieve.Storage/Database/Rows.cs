namespace Reprieve.Storage.Database;

/// <summary>A client of a consultant. One seller alone needs none.</summary>
internal sealed class ClientRow
{
    public Guid Id { get; set; }

    public required string Name { get; set; }
}

/// <summary>A seller account (a store).</summary>
internal sealed class AccountRow
{
    public Guid Id { get; set; }

    public Guid? ClientId { get; set; }

    public required string Store { get; set; }

    public required string LegalName { get; set; }

    /// <summary>Domains of the marketplaces, parted by spaces.</summary>
    public required string Marketplaces { get; set; }
}

/// <summary>A case as it stands. Times are Unix milliseconds.</summary>
internal sealed class CaseRow
{
    /// <summary>The day of a case that has none: it sorts behind all others.</summary>
    public const long NoDue = long.MaxValue;

    public Guid Id { get; set; }

    public Guid? AccountId { get; set; }

    public required string Title { get; set; }

    /// <summary>Code of the stage.</summary>
    public required string Stage { get; set; }

    /// <summary>What a search looks through: title, store and reasons in lower case.</summary>
    public required string Search { get; set; }

    public long Due { get; set; }

    public long Created { get; set; }

    public long Updated { get; set; }

    public int Revision { get; set; }

    /// <summary>The record without its timeline, sealed.</summary>
    public required byte[] Record { get; set; }

    /// <summary>The summary, sealed.</summary>
    public required byte[] Summary { get; set; }

    /// <summary>Entries of the timeline.</summary>
    public int Entries { get; set; }

    /// <summary>Hash of the newest entry; empty while there is none.</summary>
    public required string LastHash { get; set; }

    /// <summary>Over the codes of all file and task rows.</summary>
    public required byte[] Digest { get; set; }

    /// <summary>Code of whose turn it is; null in a row of an earlier version (see <see cref="BoardColumns"/>).</summary>
    public string? Turn { get; set; }

    /// <summary>Domain of the store.</summary>
    public string? Marketplace { get; set; }

    /// <summary>The person who looks after it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>What Amazon holds, in hundredths of the currency.</summary>
    public long? Held { get; set; }

    public string? Currency { get; set; }

    public required byte[] Mac { get; set; }
}

/// <summary>An entry of a timeline.</summary>
internal sealed class EntryRow
{
    public Guid CaseId { get; set; }

    public int Number { get; set; }

    public required string Hash { get; set; }

    /// <summary>The entry as JSON, sealed.</summary>
    public required byte[] Body { get; set; }
}

/// <summary>A version of a file.</summary>
internal sealed class FileRow
{
    public Guid CaseId { get; set; }

    /// <summary>Stands for the path without telling it.</summary>
    public required string PathKey { get; set; }

    /// <summary>The revision of the case from which on the file is so.</summary>
    public int Revision { get; set; }

    /// <summary>The revision from which on it is no longer so; null while it is.</summary>
    public int? Until { get; set; }

    /// <summary>Name of the encrypted content.</summary>
    public required string Blob { get; set; }

    /// <summary>Path, hash, length and the rest as JSON, sealed.</summary>
    public required byte[] Body { get; set; }

    public required byte[] Mac { get; set; }
}

/// <summary>What of a sent answer was its seller's own; nothing of the words is in it.</summary>
internal sealed class PrintRow
{
    public Guid CaseId { get; set; }

    /// <summary>Key of the linked store that it was sent for; empty for the case's own answer.</summary>
    public required string Store { get; set; }

    /// <summary>From 1.</summary>
    public int Round { get; set; }

    /// <summary>Keyed hashes of its word groups, ascending, eight bytes each (see <see cref="Secrets.PrintSecret"/>).</summary>
    public required byte[] Groups { get; set; }
}

/// <summary>Something a person has to do for a case. Times are Unix milliseconds.</summary>
internal sealed class TaskRow
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public long? Due { get; set; }

    public long? DoneAt { get; set; }

    /// <summary>Text and names as JSON, sealed.</summary>
    public required byte[] Body { get; set; }

    public required byte[] Mac { get; set; }
}
