// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILedger} from "./interfaces/ILedger.sol";
import {IParticipants} from "./interfaces/IParticipants.sol";
import {Batches} from "./ledger/Batches.sol";
import {Intents} from "./ledger/Intents.sol";
import {Invoices} from "./ledger/Invoices.sol";

/// @title The shared record, composed of one contract per concern
/// @notice Has no owner, holds no money and is never replaced in place.
contract Ledger is ILedger, Batches, Invoices {
    constructor(IParticipants register) Intents(register) {}

    function _isAction(bytes4 selector) internal pure override returns (bool) {
        return _isInvoiceAction(selector);
    }
}
