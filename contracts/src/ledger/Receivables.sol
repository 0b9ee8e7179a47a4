// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord, FINANCED} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {Standing} from "../types/Standing.sol";
import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";
import {ReceivableHashing} from "./ReceivableHashing.sol";

/// @title Parts of receivables pass from a supplier to its own suppliers
abstract contract Receivables is Holdings, DualControl, Exposures {
    /// @dev `IReceivables.proposeTransfer`.
    function proposeTransfer(IReceivables.ProposeTransfer calldata intent, bytes calldata signature) external {
        ParticipantId holder = intent.holder;
        ParticipantId recipient = intent.recipient;
        (bytes32 digest, Standing ofHolder, Standing ofRecipient) = _authenticate(
            Permissions.MOVE,
            holder,
            recipient,
            ReceivableHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        _requireRole(holder, ofHolder, 0);
        _requireRole(recipient, ofRecipient, Roles.SUPPLIER);
        if (recipient == holder) revert IReceivables.RecipientIsHolder(holder);

        bytes32 receivable = intent.receivable;
        bytes32 id = intent.holding;
        HoldingRecord whole = _heldBy(holder, receivable, id);
        InvoiceRecord invoice = _invoices[receivable];
        RuleRecord rules = _rules[whole.ruleVersion()];
        _requireMovable(id, whole, rules);
        _requireNotDue(receivable, invoice);
        if (recipient == invoice.buyer()) revert IReceivables.RecipientIsObligor(recipient);
        if (rules.needsTradeDocument() && intent.tradeDocument == 0) {
            revert IReceivables.TradeDocumentRequired(whole.ruleVersion());
        }
        uint64 amount = intent.amount;
        _requireTwo(holder, invoice.currency(), amount, signature);

        (HoldingRecord rest, HoldingRecord part) = _split(id, whole, amount, rules);
        uint32 deadline = _until(rules.transferTime(), invoice);
        part = part.inStep(IReceivables.Step.TransferProposed, recipient, 0, deadline);
        _holdings[receivable][id] = rest;
        _holdings[receivable][digest] = part;
        emit IReceivables.TransferProposed(receivable, digest, recipient, id, rest, part, intent.tradeDocument);
    }

    /// @dev `IReceivables.answerTransfer`.
    function answerTransfer(IReceivables.AnswerTransfer calldata intent, bytes calldata signature) external {
        ParticipantId recipient = intent.recipient;
        bytes32 digest = _authenticateAs(
            Roles.SUPPLIER,
            Permissions.MOVE,
            recipient,
            ReceivableHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        bytes32 receivable = intent.receivable;
        bytes32 id = intent.holding;
        HoldingRecord part = _holding(receivable, id);
        _requireStep(id, part, IReceivables.Step.TransferProposed);
        if (part.counterparty() != recipient) revert IReceivables.NotTheCounterparty(id, recipient);
        _requireInTime(id, part);
        bool accepted = intent.accepted;
        _requireReasonUnless(accepted, intent.reason);

        if (accepted) {
            _release(part.holder(), receivable, part, part.amount());
            part = part.passedTo(recipient).without(FINANCED);
        }
        part = part.atRest();
        _holdings[receivable][id] = part;
        emit IReceivables.TransferAnswered(
            receivable, id, recipient, digest, part, accepted, intent.reason
        );
    }

    /// @dev `IReceivables.holding`.
    function holding(bytes32 receivable, bytes32 id) external view returns (IReceivables.Holding memory) {
        return _holdings[receivable][id].unpack();
    }

    function _isTransferAction(bytes4 selector) internal pure returns (bool) {
        return selector == IReceivables.proposeTransfer.selector || selector == IReceivables.answerTransfer.selector;
    }
}
