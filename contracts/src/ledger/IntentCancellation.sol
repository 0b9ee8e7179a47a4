// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntentCancellation} from "../interfaces/IIntentCancellation.sol";
import {NOBODY, ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Intents} from "./Intents.sol";
import {IntentCancellationHashing} from "./IntentCancellationHashing.sol";

/// @title A participant takes back what it has signed, while nobody has recorded it
abstract contract IntentCancellation is IIntentCancellation, Intents {
    /// @inheritdoc IIntentCancellation
    function cancelIntent(CancelIntent calldata intent, bytes calldata signature) external {
        ParticipantId participant = intent.participant;
        (bytes32 digest,,) = _authenticate(
            Permissions.ALL,
            participant,
            NOBODY,
            IntentCancellationHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        emit IntentCancelled(participant, digest, intent.cancelled, intent.nonce);
    }
}
