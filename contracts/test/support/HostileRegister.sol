// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {Credentials, newCredentials} from "../../src/types/Credentials.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Permissions} from "../../src/types/Permissions.sol";
import {Standing} from "../../src/types/Standing.sol";

/// @notice A register that accepts every signer, and misbehaves in the worst ways for some actors: the only
/// foreign code that an action ever runs.
contract HostileRegister {
    uint32 private constant BURNS_ITS_GAS = 101;
    uint32 private constant THROWS_100_KILOBYTES = 102;
    uint32 private constant CALLS_BACK = 103;
    uint32 private constant ANSWERS_GARBAGE = 104;
    uint32 private constant NEEDS_MUCH_GAS = 105;
    uint32 private constant THROWS_1_MEGABYTE = 106;
    uint32 private constant ANSWERS_1_MEGABYTE = 107;
    uint32 private constant ANSWERS_AT_LENGTH = 108;

    Standing private constant EVERYTHING = Standing.wrap(1 << 16 | 31);

    uint256 private _need;

    /// @dev How much gas actor 105 must be given; with less, it burns what it has.
    function setNeed(uint256 need) external {
        _need = need;
    }

    function signerAndParties(address, ParticipantId actor, ParticipantId)
        external
        returns (Credentials)
    {
        uint32 number = ParticipantId.unwrap(actor);
        if (number == BURNS_ITS_GAS || number == NEEDS_MUCH_GAS && gasleft() < _need) {
            while (true) {}
        }
        if (number == THROWS_100_KILOBYTES) {
            assembly {
                revert(0, 100000)
            }
        }
        if (number == THROWS_1_MEGABYTE) {
            assembly {
                revert(0, 1000000)
            }
        }
        if (number == ANSWERS_1_MEGABYTE) {
            assembly {
                return(0, 1000000)
            }
        }
        if (number == ANSWERS_AT_LENGTH) {
            bytes memory answer = abi.encode(newCredentials(actor, Permissions.ALL, EVERYTHING, EVERYTHING));
            assembly {
                return(add(answer, 32), 100000)
            }
        }
        if (number == CALLS_BACK) IIntents(msg.sender).execute(new bytes[](1));
        if (number == ANSWERS_GARBAGE) {
            assembly {
                mstore(0, not(0))
                return(0, 31)
            }
        }
        return newCredentials(actor, Permissions.ALL, EVERYTHING, EVERYTHING);
    }
}
