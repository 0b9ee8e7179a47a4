using System.Globalization;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>
/// The clock on the wall of one process, set forward or back while it runs (libfaketime). How long something takes is
/// measured as ever: a machine whose clock is set does the same.
/// </summary>
internal sealed class ShiftedClock
{
    private const string Library = "libfaketimeMT.so.1";

    private readonly string _file;

    private ShiftedClock(string library, string file)
    {
        _file = file;
        Set(TimeSpan.Zero);
        Environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["FAKETIME_TIMESTAMP_FILE"] = file,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        };
    }

    /// <summary>What the process has to be started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A clock that is right so far; null where the library is not installed.</summary>
    /// <param name="file">Where to keep by how much it is off.</param>
    public static ShiftedClock? Find(string file)
    {
        string[] roots = ["/usr/lib", "/usr/lib64", "/usr/local/lib"];
        var library = roots.Where(Directory.Exists)
            .SelectMany(static root => Directory.GetDirectories(root).Append(root))
            .SelectMany(static folder => new[] { folder, Path.Combine(folder, "faketime") })
            .Select(static folder => Path.Combine(folder, Library))
            .FirstOrDefault(File.Exists);
        return library is null ? null : new ShiftedClock(library, file);
    }

    /// <summary>Sets it so far ahead of the true time, or behind it.</summary>
    public void Set(TimeSpan ahead)
    {
        // Replaced as a whole, since the process may read it at any moment.
        var next = $"{_file}.next";
        File.WriteAllText(next, ((long)ahead.TotalSeconds).ToString("+0;-0;+0", CultureInfo.InvariantCulture));
        File.Move(next, _file, overwrite: true);
    }
}
