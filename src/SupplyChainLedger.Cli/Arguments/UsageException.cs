namespace SupplyChainLedger.Cli.Arguments;

/// <summary>What was asked for cannot be done as asked; the message says why and what to do.</summary>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);
