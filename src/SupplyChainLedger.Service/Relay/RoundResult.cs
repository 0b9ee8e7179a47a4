namespace SupplyChainLedger.Service.Relay;

/// <summary>What a round has come to.</summary>
/// <param name="HasSent">It has sent a batch, and more may wait.</param>
/// <param name="Obstacle">What holds the relay up, for the operator; null when nothing does.</param>
internal sealed record RoundResult(bool HasSent, string? Obstacle)
{
    /// <summary>There was nothing to send.</summary>
    public static RoundResult Idle { get; } = new(HasSent: false, Obstacle: null);
}
