using System.Runtime.InteropServices;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// Ctrl-C and SIGTERM as a token, from the first line of the program on: also while the devnet is still being set up.
/// </summary>
internal sealed class TerminationSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignal()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // The program ends by itself, after it has saved the chain.
        signal.Cancel = true;
        _stop.Cancel();
    }
}
