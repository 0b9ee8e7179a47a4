using System.Buffers.Binary;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Holdings;

/// <summary>
/// A holding as the contract stores it and as every event about it carries it: the whole state of the holding, so that
/// a reader need not repeat the contract's rules.
/// </summary>
/// <param name="Holder">Who is owed it.</param>
/// <param name="Counterparty">
/// Whom the step waits for or was taken by; with <paramref name="Recourse"/> the seller who answers for it, or until
/// the money of an accepted offer is there its financier; nobody (0) otherwise.
/// </param>
/// <param name="Amount">Minor units in the receivable's currency.</param>
/// <param name="Pending">
/// Minor units that the step is about: the lowest advance, the declared payment, the credit. Of a holding that was
/// written off what may yet be recovered.
/// </param>
/// <param name="Deadline">Unix seconds at which the step ends by itself; 0 where it does not.</param>
/// <param name="Phase">How it stands.</param>
/// <param name="Step">What it waits for.</param>
/// <param name="Depth">How many hands it has passed through, 0 to 63; the supplier's own is 0.</param>
/// <param name="Financed">The holder bought it through financing, so that it counts against its exposure limit.</param>
/// <param name="Recourse">It was bought with recourse to <paramref name="Counterparty"/>.</param>
/// <param name="RecourseClaimed">The holder has called upon the recourse.</param>
/// <param name="DefencesWaived">The obligor cannot dispute it.</param>
/// <param name="Disputed">The obligor has disputed it once, and cannot do so again.</param>
/// <param name="Touched">Something of it was split off, paid or credited, so that it cannot be cancelled.</param>
/// <param name="RuleVersion">The version of the rule book that it lives by, 1 to 4,095.</param>
public readonly record struct HoldingRecord(
    ParticipantId Holder,
    ParticipantId Counterparty,
    ulong Amount,
    ulong Pending,
    uint Deadline,
    HoldingPhase Phase,
    HoldingStep Step,
    byte Depth,
    bool Financed,
    bool Recourse,
    bool RecourseClaimed,
    bool DefencesWaived,
    bool Disputed,
    bool Touched,
    ushort RuleVersion)
{
    // The upper 64 bits of the word, from the lowest: deadline 32, phase 3, resold 1, step 4, depth 6, flags
    // 6, version 12.
    private const int PhaseAt = 32;
    private const int ResoldAt = 35;
    private const int StepAt = 36;
    private const int DepthAt = 40;
    private const int FlagsAt = 46;
    private const int VersionAt = 52;
    private const uint RecourseWelcomeBit = 1;
    private const uint SealedOffersBit = 2;
    private const uint ThreeBits = 0x7;
    private const uint FourBits = 0xf;
    private const uint SixBits = 0x3f;
    private const uint TwelveBits = 0xfff;

    /// <summary>A request for financing welcomes offers with recourse; false in any other step.</summary>
    public bool RecourseWelcome { get; init; }

    /// <summary>A request for financing wants the terms of its offers sealed; false in any other step.</summary>
    public bool SealedOffers { get; init; }

    /// <summary>
    /// The seller who answers for it had financed it itself: when it buys it back, it counts against its exposure limit
    /// again. Only together with <see cref="Recourse"/>.
    /// </summary>
    public bool Resold { get; init; }

    /// <summary>It waits for nobody.</summary>
    public bool IsAtRest => Step == HoldingStep.None;

    /// <summary>Reads the contract's word, most significant byte first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The phase or the step is none that is known.</exception>
    public static HoldingRecord FromWord(Hash32 word)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        word.CopyTo(bytes);
        var upper = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var flags = (uint)(upper >> FlagsAt) & SixBits;
        var step = Known((HoldingStep)((uint)(upper >> StepAt) & FourBits));
        // A request has no counterparty yet; the contract keeps its wishes in that place.
        var second = BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]);
        var wishes = step == HoldingStep.FinancingRequested ? second : 0;
        return new HoldingRecord(
            new ParticipantId(BinaryPrimitives.ReadUInt32BigEndian(bytes[28..])),
            new ParticipantId(step == HoldingStep.FinancingRequested ? 0 : second),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            (uint)upper,
            Known((HoldingPhase)((uint)(upper >> PhaseAt) & ThreeBits)),
            step,
            (byte)((uint)(upper >> DepthAt) & SixBits),
            (flags & 1) != 0,
            (flags & 2) != 0,
            (flags & 4) != 0,
            (flags & 8) != 0,
            (flags & 16) != 0,
            (flags & 32) != 0,
            (ushort)(upper >> VersionAt))
        {
            RecourseWelcome = (wishes & RecourseWelcomeBit) != 0,
            SealedOffers = (wishes & SealedOffersBit) != 0,
            Resold = (upper >> ResoldAt & 1) != 0,
        };
    }

    /// <summary>The contract's word, most significant byte first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The depth or the version does not fit.</exception>
    public Hash32 ToWord()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Depth, SixBits, nameof(Depth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RuleVersion, TwelveBits, nameof(RuleVersion));
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        BinaryPrimitives.WriteUInt32BigEndian(bytes[28..], Holder.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[24..], Counterparty.Value | Wishes());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], Amount);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Pending);
        BinaryPrimitives.WriteUInt64BigEndian(
            bytes,
            Deadline | (ulong)Phase << PhaseAt | (Resold ? 1ul : 0) << ResoldAt | (ulong)Step << StepAt | (ulong)Depth << DepthAt
            | (ulong)Flags() << FlagsAt | (ulong)RuleVersion << VersionAt);
        return Hash32.FromBytes(bytes);
    }

    private uint Wishes() => (RecourseWelcome ? RecourseWelcomeBit : 0) | (SealedOffers ? SealedOffersBit : 0);

    private uint Flags() =>
        (Financed ? 1u : 0) | (Recourse ? 2u : 0) | (RecourseClaimed ? 4u : 0) | (DefencesWaived ? 8u : 0)
        | (Disputed ? 16u : 0) | (Touched ? 32u : 0);

    private static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"No {typeof(T).Name} of the contract.");
}
