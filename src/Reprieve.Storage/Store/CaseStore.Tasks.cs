using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    private const int LongestTask = 2000;

    /// <summary>Notes something that a person has to do.</summary>
    /// <param name="due">When; null when no day is said.</param>
    /// <exception cref="StorageException">The text is empty or longer than 2000 characters.</exception>
    public async Task<CaseTask> AddTaskAsync(
        CaseId id,
        string text,
        DateTimeOffset? due,
        string who,
        CancellationToken cancel = default
    )
    {
        string trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestTask)
        {
            throw new StorageException(Say.Texts.Get("Task_Wrong", LongestTask));
        }

        CaseTask? added = null;
        await ChangeAsync(
            id,
            change =>
            {
                var row = new TaskRow
                {
                    Id = Guid.CreateVersion7(_workbench.Clock.GetUtcNow()),
                    CaseId = id.Value,
                    Due = due?.ToUnixTimeMilliseconds(),
                    Body = [],
                    Mac = [],
                };
                Fill(change.Key, row, new TaskBody(trimmed, who, null));
                change.Database.Tasks.Add(row);
                change.Log(who, "task_added", new Dictionary<string, string> { ["task"] = row.Id.ToString() });
                added = TaskOf(change.Key, row);
            },
            cancel
        );
        return added!;
    }

    /// <summary>Ticks a task off; one that is done already stays as it is.</summary>
    /// <exception cref="StorageException">There is no such task.</exception>
    public async Task<CaseTask> DoneTaskAsync(CaseId id, Guid task, string who, CancellationToken cancel = default)
    {
        CaseTask? done = null;
        await ChangeAsync(
            id,
            async change =>
            {
                TaskRow row =
                    await change.Database.Tasks.SingleOrDefaultAsync(
                        one => one.Id == task && one.CaseId == id.Value,
                        cancel
                    ) ?? throw new StorageException(Say.Texts.Get("Task_Missing"));
                bool open = row.DoneAt is null;
                if (open)
                {
                    row.DoneAt = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
                    Fill(change.Key, row, change.Key.Body(row) with { DoneBy = who });
                    change.Log(who, "task_done", new Dictionary<string, string> { ["task"] = task.ToString() });
                }

                done = TaskOf(change.Key, row);
                return open;
            },
            cancel
        );
        return done!;
    }

    /// <summary>The tasks of a case: open ones first, by their day, then what was done, newest first.</summary>
    public async Task<IReadOnlyList<CaseTask>> TasksAsync(CaseId id, CancellationToken cancel = default)
    {
        await using StorageContext db = Connect();
        List<TaskRow> rows = await db.Tasks.AsNoTracking().Where(row => row.CaseId == id.Value).ToListAsync(cancel);
        return InOrder(rows);
    }

    /// <summary>Open tasks of all cases that are due before a time, the earliest first.</summary>
    public async Task<IReadOnlyList<CaseTask>> DueTasksAsync(DateTimeOffset before, CancellationToken cancel = default)
    {
        long limit = before.ToUnixTimeMilliseconds();
        await using StorageContext db = Connect();
        List<TaskRow> rows = await db
            .Tasks.AsNoTracking()
            .Where(row => row.DoneAt == null && row.Due < limit)
            .ToListAsync(cancel);
        return InOrder(rows);
    }

    private List<CaseTask> InOrder(List<TaskRow> rows) =>
        [
            .. rows
            // Tasks of a case whose key is gone cannot be read any more.
            .Where(row => _workbench.Keys.Find(new CaseId(row.CaseId)) is not null)
                .Select(row =>
                    Guarded(new CaseId(row.CaseId), () => TaskOf(_workbench.Keys.Of(new CaseId(row.CaseId)), row))
                )
                .OrderBy(task => task.DoneAt is not null)
                .ThenByDescending(task => task.DoneAt)
                .ThenBy(task => task.Due ?? DateTimeOffset.MaxValue)
                .ThenBy(task => task.Id),
        ];

    private static void Fill(CaseKey key, TaskRow row, TaskBody body)
    {
        row.Body = key.Seal(row, body);
        row.Mac = key.CodeOf(row);
    }

    private static CaseTask TaskOf(CaseKey key, TaskRow row)
    {
        TaskBody body = key.Body(row);
        return new CaseTask(
            row.Id,
            new CaseId(row.CaseId),
            body.Text,
            Time(row.Due),
            Time(row.DoneAt),
            body.AddedBy,
            body.DoneBy
        );

        static DateTimeOffset? Time(long? milliseconds) =>
            milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }
}
