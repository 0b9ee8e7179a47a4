namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// Whether the parts are still being started. One that cannot start gives its reason to the process, which prints it in
/// one line; the host's own log would put a stack trace before it.
/// </summary>
internal sealed class StartPhase
{
    private volatile bool _isOver;

    /// <summary>True once every part has started.</summary>
    public bool IsOver => _isOver;

    /// <summary>Every part has started.</summary>
    public void End() => _isOver = true;
}
