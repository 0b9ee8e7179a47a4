// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "./interfaces/ICorrections.sol";
import {IDualControl} from "./interfaces/IDualControl.sol";
import {IFinancing} from "./interfaces/IFinancing.sol";
import {IIntentCancellation} from "./interfaces/IIntentCancellation.sol";
import {IParticipants} from "./interfaces/IParticipants.sol";
import {IReceivables} from "./interfaces/IReceivables.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {LedgerExtension} from "./LedgerExtension.sol";
import {Batches} from "./ledger/Batches.sol";
import {Corrections} from "./ledger/Corrections.sol";
import {Intents} from "./ledger/Intents.sol";
import {Invoices} from "./ledger/Invoices.sol";
import {Receivables} from "./ledger/Receivables.sol";

/// @title The shared record, composed of one contract per concern; together with its extension it is an `ILedger`
/// @notice Has no owner, holds no money and is never replaced in place.
/// @dev What it does not know itself it runs from the extension, over its own storage.
contract Ledger is Batches, Invoices, Receivables, Corrections {
    address private immutable _extension;

    /// @notice The extension asks another register, or is none.
    error ExtensionMismatch(address extension);

    /// @param first The rules that are in force from the beginning.
    constructor(IParticipants register, LedgerExtension second, Rules memory first) Intents(register) {
        if (address(second.participants()) != address(register)) revert ExtensionMismatch(address(second));
        _extension = address(second);
        _addRules(first, 0, 0);
    }

    fallback() external {
        address second = _extension;
        assembly ("memory-safe") {
            let buffer := mload(0x40)
            calldatacopy(buffer, 0, calldatasize())
            let done := delegatecall(gas(), second, buffer, calldatasize(), 0, 0)
            returndatacopy(buffer, 0, returndatasize())
            if done { return(buffer, returndatasize()) }
            revert(buffer, returndatasize())
        }
    }

    /// @notice The second half of the code, which runs over the storage of this contract; it cannot be changed.
    function extension() external view returns (address) {
        return _extension;
    }

    function _targetOf(bytes4 selector) internal view override returns (address) {
        if (_isInvoiceAction(selector)) return address(this);
        if (_isTransferAction(selector)) return address(this);
        if (_isFinancingAction(selector)) return _extension;
        if (_isSettlementAction(selector)) return _extension;
        if (_isCorrectionAction(selector)) return address(this);
        if (_isStepAction(selector)) return _extension;
        if (selector == IDualControl.setThreshold.selector) return _extension;
        if (selector == IIntentCancellation.cancelIntent.selector) return _extension;
        return selector == this.proposeRules.selector ? address(this) : address(0);
    }

    function _isFinancingAction(bytes4 selector) private pure returns (bool) {
        return selector == IFinancing.requestFinancing.selector || selector == IFinancing.placeOffer.selector
            || selector == IFinancing.acceptOffer.selector || selector == IFinancing.declareDisbursement.selector
            || selector == IFinancing.answerDisbursement.selector || selector == IFinancing.withdrawOffer.selector
            || selector == IFinancing.setExposureLimit.selector;
    }

    function _isSettlementAction(bytes4 selector) private pure returns (bool) {
        return selector == ISettlement.declarePayment.selector || selector == ISettlement.answerPayment.selector
            || selector == ISettlement.claimRecourse.selector || selector == ISettlement.writeOff.selector
            || selector == ISettlement.recordRecovery.selector || selector == ISettlement.setAccount.selector
            || selector == ISettlement.liftStop.selector;
    }

    function _isStepAction(bytes4 selector) private pure returns (bool) {
        return selector == IReceivables.withdrawStep.selector || selector == IReceivables.applyDeadline.selector;
    }

    function _isCorrectionAction(bytes4 selector) private pure returns (bool) {
        return selector == ICorrections.issueCreditNote.selector || selector == ICorrections.answerCreditNote.selector
            || selector == ICorrections.openDispute.selector || selector == ICorrections.answerDispute.selector
            || selector == ICorrections.requestCancellation.selector
            || selector == ICorrections.answerCancellation.selector;
    }
}
