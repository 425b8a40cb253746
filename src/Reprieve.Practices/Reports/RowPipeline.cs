using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Takes the rows of a large report on all processors: one thread reads and hashes, others take blocks of lines apart, and
/// the parts are put together in the order of the file, so that the outcome is that of one thread.
/// </summary>
internal sealed class RowPipeline : IDisposable
{
    private const int MostWorkers = 8;

    private readonly BlockingCollection<Block> _blocks;
    private readonly ConcurrentDictionary<int, Done> _done = new();
    private readonly List<Thread> _threads = [];
    private readonly List<List<int>> _names = [];
    private readonly SemaphoreSlim _finished = new(0);
    private readonly Action<RowPart, List<int>> _take;

    /// <summary>Takes the rows where no thread is worth its start.</summary>
    private readonly RowWorker? _own;
    private int _given;
    private int _taken;

    /// <param name="worker">Makes a worker for a thread.</param>
    /// <param name="take">Takes a part over, in the order of the file, with the numbers of its names.</param>
    /// <param name="threads">Whether the file is worth threads.</param>
    public RowPipeline(Func<RowWorker> worker, Action<RowPart, List<int>> take, bool threads)
    {
        _take = take;
        int workers = threads ? Math.Clamp(Environment.ProcessorCount, 1, MostWorkers) : 0;
        if (!threads)
        {
            _own = worker();
            _names.Add([0]);
        }

        _blocks = new BlockingCollection<Block>(workers + 1);
        (CultureInfo culture, CultureInfo language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        for (int i = 0; i < workers; i++)
        {
            int number = i;
            _names.Add([0]);
            var thread = new Thread(() => Work(worker(), number))
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
        if (_own is not null)
        {
            _take(_own.Take(bytes, length, hasHeader), _names[0]);
            ArrayPool<byte>.Shared.Return(bytes);
            return;
        }

        _blocks.Add(new Block(_given++, bytes, length, hasHeader));
        while (_done.ContainsKey(_taken))
        {
            TakeNext();
        }
    }

    /// <summary>Waits for all blocks and takes them over.</summary>
    public void Finish()
    {
        _blocks.CompleteAdding();
        while (_taken < _given)
        {
            _finished.Wait();
            while (_done.ContainsKey(_taken))
            {
                TakeNext();
            }
        }
    }

    public void Dispose()
    {
        _blocks.CompleteAdding();
        while (_blocks.TryTake(out _))
        {
            // Nobody wants them any more.
        }

        _threads.ForEach(thread => thread.Join());
        _blocks.Dispose();
        _finished.Dispose();
    }

    private void Work(RowWorker worker, int number)
    {
        foreach (Block block in _blocks.GetConsumingEnumerable())
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
            _finished.Release();
        }
    }

    private void TakeNext()
    {
        _done.TryRemove(_taken++, out Done? done);
        done!.Fault?.Throw();
        _take(done.Part!, _names[done.Worker]);
    }

    private sealed record Block(int Number, byte[] Bytes, int Length, bool HasHeader);

    private sealed record Done(int Worker, RowPart? Part, ExceptionDispatchInfo? Fault);
}
