// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {Formats} from "../Formats.sol";
import {HoldingRecord, wishes} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {Standing} from "../types/Standing.sol";
import {FinancingHashing} from "./FinancingHashing.sol";
import {Offers} from "./Offers.sol";

/// @title Who asks for money on a part, and how much of an obligor a financier wants
abstract contract Financing is Offers {
    /// @dev A compressed point of secp256k1.
    uint256 private constant OFFER_KEY_BYTES = 33;

    /// @inheritdoc IFinancing
    function requestFinancing(RequestFinancing calldata intent, bytes calldata signature) external {
        ParticipantId holder = intent.holder;
        bytes32 digest = _authenticateAs(
            0, Permissions.MOVE, holder, FinancingHashing.hash(intent), intent.nonce, intent.deadline, signature
        );
        bytes32 receivable = intent.receivable;
        bytes32 parent = intent.holding;
        HoldingRecord whole = _heldBy(holder, receivable, parent);
        RuleRecord rules = _rules[whole.ruleVersion()];
        _requireMovable(parent, whole, rules);
        (HoldingRecord rest, HoldingRecord part) = _split(parent, whole, intent.amount, rules);
        _requireAdvance(intent.lowestAdvance, 1, intent.amount);
        InvoiceRecord invoice = _invoices[receivable];
        _requireNotDue(receivable, invoice);
        _requireInFuture(intent.openUntil, _latestDeadline(invoice));
        uint256 keyLength = intent.offerKey.length;
        if (keyLength != 0 && keyLength != OFFER_KEY_BYTES) {
            revert SealedLengthOutOfRange(keyLength, OFFER_KEY_BYTES);
        }
        _requireTwo(holder, invoice.currency(), intent.amount, signature);

        part = part.inStep(
            IReceivables.Step.FinancingRequested,
            wishes(intent.recourse, keyLength != 0),
            intent.lowestAdvance,
            uint32(intent.openUntil)
        );
        _holdings[receivable][parent] = rest;
        _holdings[receivable][digest] = part;
        emit FinancingRequested(
            receivable, digest, holder, parent, rest, part, intent.recourse, intent.offerKey
        );
    }

    /// @inheritdoc IFinancing
    function setExposureLimit(SetExposureLimit calldata intent, bytes calldata signature) external {
        ParticipantId financier = intent.financier;
        ParticipantId obligor = intent.obligor;
        (bytes32 digest, Standing ofFinancier, Standing ofObligor) = _authenticate(
            Permissions.FUND,
            financier,
            obligor,
            FinancingHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        _requireRole(financier, ofFinancier, Roles.FINANCIER);
        // Of a suspended obligor one must be able to want less.
        if (!ofObligor.exists()) revert IIntents.ParticipantNotFound(obligor);
        if (!Formats.isCurrency(intent.currency)) revert IInvoices.MalformedCurrency();

        _exposures[financier][obligor][bytes3(bytes(intent.currency))].limit = intent.limit;
        emit ExposureLimitSet(financier, obligor, digest, intent.currency, intent.limit);
    }

    /// @inheritdoc IFinancing
    function exposure(ParticipantId financier, ParticipantId obligor, bytes3 currency)
        external
        view
        returns (uint64 limit, uint64 used)
    {
        Exposure storage found = _exposures[financier][obligor][currency];
        return (found.limit, found.used);
    }

    /// @dev The end of the due date, or of what a holding's deadline can say (the year 2106).
    function _latestDeadline(InvoiceRecord invoice) private pure returns (uint256) {
        uint256 end = _endOfDueDate(invoice);
        return end < type(uint32).max ? end : type(uint32).max;
    }
}
