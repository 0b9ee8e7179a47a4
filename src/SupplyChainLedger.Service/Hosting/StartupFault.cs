namespace SupplyChainLedger.Service.Hosting;

/// <summary>A reason why the service cannot start. The message is one line that says what to do.</summary>
internal sealed class StartupFault(string message, Exception? cause = null) : Exception(message, cause);
