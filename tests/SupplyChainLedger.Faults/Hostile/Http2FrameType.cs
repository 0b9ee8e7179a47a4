namespace SupplyChainLedger.Faults.Hostile;

/// <summary>Types of frames by their numbers (RFC 9113, section 6).</summary>
internal enum Http2FrameType : byte
{
    /// <summary>A piece of a message.</summary>
    Data = 0,

    /// <summary>The beginning of a stream.</summary>
    Headers = 1,

    /// <summary>What the sender is willing to take.</summary>
    Settings = 4,

    /// <summary>A question that has to be answered.</summary>
    Ping = 6,

    /// <summary>More headers.</summary>
    Continuation = 9,
}
