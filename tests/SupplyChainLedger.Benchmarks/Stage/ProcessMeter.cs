using System.Globalization;

namespace SupplyChainLedger.Benchmarks.Stage;

/// <summary>What one process uses, as Linux counts it.</summary>
internal sealed class ProcessMeter(string name, int processId)
{
    private const double TicksPerSecond = 100;

    /// <summary>This process.</summary>
    public static ProcessMeter Own { get; } = new("benchmark", Environment.ProcessId);

    /// <summary>Its name in the table.</summary>
    public string Name { get; } = name;

    /// <summary>Processor time so far, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
        }
    }

    /// <summary>Memory of its own, in MiB: pages of files that the system keeps for it do not count.</summary>
    public long ResidentMiB => Field($"/proc/{processId}/status", "RssAnon:") / 1024;

    /// <summary>Bytes that it has caused to be written to disk, in MiB.</summary>
    public long WrittenMiB => WrittenBytes >> 20;

    /// <summary>The same in bytes.</summary>
    public long WrittenBytes => Field($"/proc/{processId}/io", "write_bytes:");

    /// <summary>The child of the child and so on: anvil stands behind a launcher.</summary>
    public static int LastDescendantOf(int processId)
    {
        while (ChildrenOf(processId) is [var child, ..]) processId = child;
        return processId;
    }

    private static int[] ChildrenOf(int processId) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{processId}/task")
            .Select(static task => File.ReadAllText($"{task}/children"))
            .SelectMany(static children => children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static id => (int)Number(id)),
    ];

    private static long Field(string file, string field)
    {
        var line = File.ReadLines(file).First(one => one.StartsWith(field, StringComparison.Ordinal));
        return Number(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
