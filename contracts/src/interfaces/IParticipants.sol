// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Credentials} from "../types/Credentials.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title The register of those who may act on the ledger, and of the keys they act with
/// @notice Written by accounts with the operator role only. What nobody but readers needs goes to events.
interface IParticipants {
    enum Status {
        None,
        Active,
        Suspended
    }

    /// @param handle Unique name for people and files: 1 to 32 of [a-z0-9-], with no hyphen at its ends.
    /// @param name Display name: 1 to 200 bytes.
    /// @param roles Bitmask of Supplier 1, Buyer 2, Financier 4, Auditor 8, Operator 16; at least one.
    /// @param signers The first signing keys, with all permissions, valid at once; more can be added later.
    /// @param leiHash Hash of the LEI (ISO 17442), unique on the network; zero where not registered.
    /// @param vatHash Hash of the VAT identifier; zero where not registered.
    /// @param endpointHash Hash of the electronic address (EAS scheme and id); zero where not registered.
    /// @param region ISO 3166-2 subdivision, e.g. `CN-SH` or `DE-NI`.
    /// @param industry ISIC code, e.g. `2930` or `C2930`.
    /// @param smallEnterprise Whether the rules that protect small enterprises apply to the participant.
    struct Registration {
        string handle;
        string name;
        uint16 roles;
        address[] signers;
        bytes32 leiHash;
        bytes32 vatHash;
        bytes32 endpointHash;
        string region;
        string industry;
        bool smallEnterprise;
    }

    event ParticipantRegistered(
        ParticipantId indexed participant,
        string handle,
        string name,
        uint16 roles,
        bytes32 leiHash,
        bytes32 vatHash,
        bytes32 endpointHash,
        string region,
        string industry,
        bool smallEnterprise
    );
    /// @param permissions Bitmask of Claim 1, Owe 2, Move 4, Fund 8, Settle 16, Administer 32 (see `Permissions`).
    event SignerAdded(ParticipantId indexed participant, address indexed signer, uint16 permissions);
    event SignerRevoked(ParticipantId indexed participant, address indexed signer);
    event ParticipantSuspended(ParticipantId indexed participant, string reason);
    event ParticipantReinstated(ParticipantId indexed participant, string reason);

    /// @notice The handle is not 1 to 32 of [a-z0-9-], or has a hyphen at its ends.
    error MalformedHandle();
    /// @notice Another participant has the handle.
    error HandleTaken(ParticipantId holder);
    /// @notice Another participant has registered the same LEI.
    error LeiTaken(ParticipantId holder);
    /// @notice The display name is not 1 to 200 bytes long.
    error MalformedName();
    /// @notice The roles are none, or contain a bit without meaning.
    error UnknownRoles(uint16 roles);
    /// @notice The region is not an ISO 3166-2 code such as `CN-SH`.
    error MalformedRegion();
    /// @notice The industry is not an ISIC code such as `2930` or `C2930`.
    error MalformedIndustry();
    /// @notice The reason is not 1 to 200 bytes long.
    error MalformedReason();
    /// @notice The permissions are none, or contain a bit without meaning.
    error UnknownPermissions(uint16 permissions);
    /// @notice The zero address cannot sign.
    error SignerIsZero();
    /// @notice The key belongs, or once belonged, to a participant; a key is never given away or used again.
    error SignerTaken(address signer, ParticipantId participant);
    /// @notice The key is not a valid key of the participant (never added, of another, or already revoked).
    error SignerUnknown(address signer, ParticipantId participant);
    /// @notice No participant has this number.
    error ParticipantUnknown(ParticipantId participant);
    /// @notice The participant is suspended already.
    error AlreadySuspended(ParticipantId participant);
    /// @notice The participant is not suspended.
    error NotSuspended(ParticipantId participant);

    /// @notice Registers a participant and its first signers.
    function register(Registration calldata registration) external returns (ParticipantId participant);

    /// @notice Lets a key sign for a participant what its permissions say, after `keyNotice`. A key belongs to one
    /// participant for ever.
    function addSigner(ParticipantId participant, address signer, uint16 permissions) external;

    /// @notice Ends a key's right to sign, for ever. Intents it signed that are not yet executed become void.
    function revokeSigner(ParticipantId participant, address signer) external;

    /// @notice Stops a participant from acting and from being named in new records; records that exist stay.
    function suspend(ParticipantId participant, string calldata reason) external;

    /// @notice Lifts a suspension.
    function reinstate(ParticipantId participant, string calldata reason) external;

    /// @notice Everything the ledger must know to judge one intent, in one call.
    /// @param signer The account whose key made the signature.
    /// @param actor The participant in whose name it was made.
    /// @param counterparty The other participant that the intent names, or 0.
    /// @return Whom the signer may sign for (0: nobody, not yet or no longer) and what, and how both parties stand.
    function signerAndParties(address signer, ParticipantId actor, ParticipantId counterparty)
        external
        view
        returns (Credentials);

    /// @notice Status and roles of a participant; `None` where the number is not taken.
    function participant(ParticipantId id) external view returns (Status status, uint16 roles);

    /// @notice The participant with a handle; 0 where there is none.
    function participantByHandle(string calldata handle) external view returns (ParticipantId);

    /// @notice Whose key this is or was, what it may sign, and whether it was revoked.
    function signer(address account)
        external
        view
        returns (ParticipantId participant, uint16 permissions, bool revoked);

    /// @notice Seconds between the announcement of a further key and its first signature: so long everybody can see it,
    /// and the operator whose own key was stolen can have it revoked. It cannot be changed.
    function keyNotice() external view returns (uint32);

    /// @notice How many participants are registered; also the highest number given.
    function participantCount() external view returns (uint32);
}
