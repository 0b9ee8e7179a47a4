using System.Diagnostics;

namespace SupplyChainLedger.Service.FailPoints;

/// <summary>
/// Moments at which a build for tests (<c>-p:FailPoints=true</c>) kills itself as <c>kill -9</c> would. Any other build
/// holds neither the calls nor what they do.
/// </summary>
internal static class FailPoint
{
    /// <summary>An intent is found right, and is nowhere yet.</summary>
    public const string Admitted = "admitted";

    /// <summary>An intent is on disk, and its sender does not know.</summary>
    public const string Persisted = "persisted";

    /// <summary>A batch is made up, and has no nonce.</summary>
    public const string Planned = "planned";

    /// <summary>A transaction with its nonce is on disk, and the node has not heard of it.</summary>
    public const string Signed = "signed";

    /// <summary>The node has the transaction, and the relay does not know.</summary>
    public const string Broadcast = "broadcast";

    /// <summary>A block is folded into the index, and not committed.</summary>
    public const string Folded = "folded";

    /// <summary>A block is in the index, and the outbox does not know.</summary>
    public const string Indexed = "indexed";

    /// <summary>Ends the process where <c>SCL_FAILPOINT</c> is this name, a colon and how many passes there were.
    /// </summary>
    [Conditional("FAILPOINTS")]
    public static void Pass(string name)
    {
#if FAILPOINTS
        if (!Wanted.StartsWith($"{name}:", StringComparison.Ordinal)) return;
        if (Interlocked.Increment(ref _passes) != int.Parse(Wanted.AsSpan(name.Length + 1))) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
#endif
    }

#if FAILPOINTS
    private static readonly string Wanted = Environment.GetEnvironmentVariable("SCL_FAILPOINT") ?? "";
    private static int _passes;
#endif
}
