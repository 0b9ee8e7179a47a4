using System.Buffers.Binary;
using System.IO.Compression;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// The devnet's chain on disk, in two generations. A new one is complete before it takes the place of the one before,
/// so that a kill at any moment leaves one that can be read.
/// </summary>
internal sealed class SavedChain(string folder)
{
    private readonly string _current = Path.Combine(folder, "chain.gz");
    private readonly string _previous = Path.Combine(folder, "chain.previous.gz");
    private readonly string _writing = Path.Combine(folder, "chain.writing.gz");
    private readonly string _unpacked = Path.Combine(folder, "chain.unpacked.json");

    /// <summary>Where it is kept.</summary>
    public string Folder => folder;

    /// <summary>Unpacks the newest generation that is whole.</summary>
    /// <param name="notice">Told when it is not the newest one that there is.</param>
    /// <returns>A file for anvil to load, gone with <see cref="Discard"/>; null when nothing is saved.</returns>
    /// <exception cref="StartupFault">All that is saved is damaged.</exception>
    public string? Unpack(Action<string> notice)
    {
        DataFolder.CreatePrivate(folder);
        if (!File.Exists(_current) && !File.Exists(_previous)) return null;
        if (File.Exists(_current))
        {
            if (TryUnpack(_current)) return _unpacked;
            File.Move(_current, Path.Combine(folder, "chain.damaged.gz"), overwrite: true);
            if (!File.Exists(_previous)) throw Damaged();
            notice($"The saved chain {_current} is damaged; going on with the generation before it.");
        }

        return TryUnpack(_previous) ? _unpacked : throw Damaged();
    }

    /// <summary>Removes what was unpacked.</summary>
    public void Discard() => File.Delete(_unpacked);

    /// <summary>Takes the place of the current generation, which becomes the previous one.</summary>
    /// <param name="write">Writes it. When that fails, all is as it was.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using (var file = new FileStream(_writing, FileMode.Create, FileAccess.Write))
        {
            await write(file, cancellation);
            file.Flush(flushToDisk: true);
        }

        if (File.Exists(_current)) File.Move(_current, _previous, overwrite: true);
        File.Move(_writing, _current);
    }

    // Unpacking checks gzip's checksum at the stream's end, but takes a stream that is cut short for a whole one.
    private bool TryUnpack(string generation)
    {
        try
        {
            using var file = File.OpenRead(generation);
            var length = UnpackedLengthOf(file);
            using var unpacking = new GZipStream(file, CompressionMode.Decompress);
            using var unpacked = File.Create(_unpacked);
            unpacking.CopyTo(unpacked);
            return unpacked.Length > 0 && (uint)unpacked.Length == length;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // The last field of gzip's format: RFC 1952, section 2.3.1, ISIZE.
    private static uint UnpackedLengthOf(FileStream file)
    {
        Span<byte> field = stackalloc byte[sizeof(uint)];
        if (file.Length < field.Length) return 0;
        file.Seek(-field.Length, SeekOrigin.End);
        file.ReadExactly(field);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(field);
    }

    private StartupFault Damaged() => new(
        $"The saved chain in {folder} is damaged, and no generation before it is whole. Restore the data folder "
        + "from a backup, or delete all of it but keystore to begin with an empty chain and the same keys.");
}
