// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {LedgerState} from "./LedgerState.sol";

/// @title How much of an obligor each financier holds or has locked
abstract contract Exposures is LedgerState {
    /// @dev What a financier no longer holds counts no more against its limit for the obligor.
    function _release(ParticipantId financier, InvoiceRecord invoice, uint64 amount) internal {
        _exposures[financier][invoice.buyer()][invoice.currency()].used -= amount;
    }
}
