namespace SupplyChainLedger.Cli;

/// <summary>What a command's end tells the script that called it.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Refused, by the document, the service or the ledger.</summary>
    Refused = 1,

    /// <summary>The command line, a file named on it or a key is not usable.</summary>
    Usage = 2,

    /// <summary>The service is out of reach, or could not answer in time.</summary>
    OutOfReach = 3,

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells count.</summary>
    Cancelled = 130,
}
