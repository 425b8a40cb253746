using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Takes the rows of a large report on all processors: one thread reads and hashes, others take blocks of lines apart, and
/// the parts are put together in the order of the file, so that the outcome is that of one thread. Where the others have
/// enough to do, the one that reads takes a block apart too: a thread that waits is woken late.
/// </summary>
internal sealed class RowPipeline : IDisposable
{
    private const int MostWorkers = 8;

    /// <summary>Blocks that wait for each of the others, so that none runs out of them while the reader is at one of its own.</summary>
    private const int Waiting = 3;

    private readonly BlockingCollection<Block>? _blocks;
    private readonly ConcurrentDictionary<int, Done> _done = new();
    private readonly List<Thread> _threads = [];
    private readonly List<List<int>> _names =
    [
        [0],
    ];
    private readonly SemaphoreSlim _finished = new(0);
    private readonly Action<RowPart, List<int>> _take;

    /// <summary>The worker of the thread that reads, the first one.</summary>
    private readonly RowWorker _own;
    private int _given;
    private int _taken;

    /// <param name="worker">Makes a worker for a thread.</param>
    /// <param name="take">Takes a part over, in the order of the file, with the numbers of its names.</param>
    /// <param name="threads">Whether the file is worth threads.</param>
    public RowPipeline(Func<RowWorker> worker, Action<RowPart, List<int>> take, bool threads)
    {
        (_take, _own) = (take, worker());
        int others = threads ? Math.Clamp(Environment.ProcessorCount, 1, MostWorkers) - 1 : 0;
        if (others == 0)
        {
            return;
        }

        _blocks = new BlockingCollection<Block>(Waiting * others);
        (CultureInfo culture, CultureInfo language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        for (int number = 1; number <= others; number++)
        {
            int mine = number;
            _names.Add([0]);
            var thread = new Thread(() => Work(worker(), mine))
            {
                IsBackground = true,
                CurrentCulture = culture,
                CurrentUICulture = language,
            };
            thread.Start();
            _threads.Add(thread);
        }
    }

    /// <summary>Gives a block of lines to whoever is free, and takes over what is done.</summary>
    public void Give(byte[] bytes, int length, bool hasHeader)
    {
        var block = new Block(_given++, bytes, length, hasHeader);
        if (_blocks is null)
        {
            Take(block, _own, 0);
        }

        while (_blocks?.TryAdd(block) is false)
        {
            Help();
        }

        TakeDone();
    }

    /// <summary>Helps with the blocks that are left, waits for the last ones and takes them over.</summary>
    public void Finish()
    {
        _blocks?.CompleteAdding();
        while (_taken < _given)
        {
            if (!Help())
            {
                _finished.Wait();
            }

            TakeDone();
        }
    }

    public void Dispose()
    {
        _blocks?.CompleteAdding();
        while (_blocks?.TryTake(out _) is true)
        {
            // Nobody wants them any more.
        }

        _threads.ForEach(thread => thread.Join());
        _blocks?.Dispose();
        _finished.Dispose();
    }

    /// <summary>Takes the block apart that waits longest: the names of a worker are told in the order of its blocks.</summary>
    private bool Help()
    {
        bool waits = _blocks!.TryTake(out Block? block);
        if (waits)
        {
            Take(block!, _own, 0);
        }

        return waits;
    }

    private void Work(RowWorker worker, int number)
    {
        foreach (Block block in _blocks!.GetConsumingEnumerable())
        {
            Take(block, worker, number);
            _finished.Release();
        }
    }

    private void Take(Block block, RowWorker worker, int number)
    {
        Done done;
        try
        {
            done = new Done(number, worker.Take(block.Bytes, block.Length, block.HasHeader), null);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the thread that asked.
        catch (Exception fault)
        {
            done = new Done(number, null, ExceptionDispatchInfo.Capture(fault));
        }
#pragma warning restore CA1031

        ArrayPool<byte>.Shared.Return(block.Bytes);
        _done[block.Number] = done;
    }

    private void TakeDone()
    {
        while (_done.TryRemove(_taken, out Done? done))
        {
            _taken++;
            done.Fault?.Throw();
            _take(done.Part!, _names[done.Worker]);
        }
    }

    private sealed record Block(int Number, byte[] Bytes, int Length, bool HasHeader);

    private sealed record Done(int Worker, RowPart? Part, ExceptionDispatchInfo? Fault);
}
