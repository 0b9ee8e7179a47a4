// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord, RECOURSE} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId, NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {Standing} from "../types/Standing.sol";
import {Disbursements} from "./Disbursements.sol";
import {FinancingHashing} from "./FinancingHashing.sol";

/// @title What financiers offer for a part, and which offer its holder takes
/// @dev An offer binds nobody to anything but its terms until it is accepted. A holding is offered at most once in its
/// life (asking again makes another holding), so that offers of an earlier request can never be accepted.
abstract contract Offers is Disbursements {
    uint256 private constant MAX_SEALED_BYTES = 256;

    /// @inheritdoc IFinancing
    function placeOffer(PlaceOffer calldata intent, bytes calldata signature) external {
        ParticipantId financier = intent.financier;
        bytes32 offer = _authenticateAs(
            Roles.FINANCIER,
            Permissions.FUND,
            financier,
            FinancingHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        bytes32 id = intent.holding;
        HoldingRecord record = _holding(intent.receivable, id);
        InvoiceRecord invoice = _invoices[intent.receivable];
        _requireRequested(id, record);
        if (financier == record.holder()) revert FinancierIsHolder(financier);
        if (financier == invoice.buyer()) revert IReceivables.RecipientIsObligor(financier);
        _requireTerms(intent, record);
        _requireInFuture(intent.expiry, record.deadline());
        _requireRoom(financier, invoice, record.amount());
        _requireTwo(financier, invoice.currency(), record.amount(), signature);

        _offers[id][offer] = Offer(financier, intent.advance, intent.expiry, intent.recourse);
        _emitPlaced(intent, offer);
    }

    /// @inheritdoc IFinancing
    function withdrawOffer(WithdrawOffer calldata intent, bytes calldata signature) external {
        ParticipantId financier = intent.financier;
        bytes32 digest = _authenticateAs(
            Roles.FINANCIER,
            Permissions.FUND,
            financier,
            FinancingHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        bytes32 id = intent.holding;
        bytes32 offer = intent.offer;
        _holding(intent.receivable, id);
        ParticipantId maker = _offers[id][offer].financier;
        if (maker == NOBODY) revert OfferNotFound(offer);
        if (maker != financier) revert NotTheFinancier(offer, financier);

        delete _offers[id][offer];
        emit OfferWithdrawn(id, offer, financier, intent.receivable, digest);
    }

    /// @inheritdoc IFinancing
    function acceptOffer(AcceptOffer calldata intent, bytes calldata signature) external {
        ParticipantId holder = intent.holder;
        bytes32 id = intent.holding;
        Offer memory offer = _offers[id][intent.offer];
        (bytes32 digest, Standing ofHolder, Standing ofFinancier) = _authenticate(
            Permissions.MOVE,
            holder,
            offer.financier,
            FinancingHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        _requireRole(holder, ofHolder, 0);
        bytes32 receivable = intent.receivable;
        HoldingRecord record = _heldBy(holder, receivable, id);
        _requireRequested(id, record);
        _requireStanding(offer, intent.offer, ofFinancier);
        InvoiceRecord invoice = _invoices[receivable];
        _requireTwo(holder, invoice.currency(), record.amount(), signature);

        _book(offer.financier, invoice, record.amount());
        delete _offers[id][intent.offer];
        record = record.inStep(
            IReceivables.Step.OfferAccepted,
            offer.financier,
            offer.advance,
            _until(_rules[record.ruleVersion()].disbursementTime(), invoice)
        );
        if (offer.recourse) record = record.with(RECOURSE);
        _holdings[receivable][id] = record;
        emit OfferAccepted(receivable, id, intent.offer, digest, record);
    }

    /// @dev The time of an offer or a request.
    function _requireInFuture(uint64 time, uint256 latest) internal view {
        if (time <= block.timestamp || time > latest) revert TimeOutOfRange(time, uint64(latest));
    }

    function _requireRequested(bytes32 id, HoldingRecord record) private view {
        _requireStep(id, record, IReceivables.Step.FinancingRequested);
        _requireInTime(id, record);
    }

    /// @dev A financier that was suspended meanwhile, or is one no more, cannot be bound by its offer.
    function _requireStanding(Offer memory offer, bytes32 id, Standing ofFinancier) private view {
        if (offer.financier == NOBODY) revert OfferNotFound(id);
        if (offer.expiry < block.timestamp) revert OfferExpired(id, offer.expiry);
        _requireRole(offer.financier, ofFinancier, Roles.FINANCIER);
    }

    function _requireTerms(PlaceOffer calldata intent, HoldingRecord request) private pure {
        bytes32 id = intent.holding;
        uint256 length = intent.sealedTerms.length;
        if (request.wantsSealedOffers()) {
            if (length == 0 || intent.advance != 0 || intent.discount != 0) revert OfferFormMismatch(id, true);
            if (length > MAX_SEALED_BYTES) revert SealedLengthOutOfRange(length, MAX_SEALED_BYTES);
        } else {
            if (length != 0) revert OfferFormMismatch(id, false);
            _requireAdvance(intent.advance, request.pending(), request.amount());
        }
        if (intent.recourse && !request.welcomesRecourse()) revert RecourseNotWanted(id);
    }

    function _emitPlaced(PlaceOffer calldata intent, bytes32 offer) private {
        emit OfferPlaced(
            intent.holding,
            offer,
            intent.financier,
            intent.receivable,
            intent.advance,
            intent.discount,
            intent.recourse,
            intent.expiry,
            intent.sealedTerms
        );
    }
}
