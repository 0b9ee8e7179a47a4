// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILedger} from "../../src/interfaces/ILedger.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {HoldingRecord} from "../../src/types/HoldingRecord.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {CorrectionFixture} from "../support/CorrectionFixture.sol";

/// @notice A small world whose parties act at random, and the plain books that are kept beside the ledger: what was
/// confirmed, paid, credited, given up and cancelled, and who holds how much. Whatever goes wrong is noted as the
/// sentence that turned out to be false; nothing here reverts.
abstract contract Life is CorrectionFixture {
    struct Debt {
        ParticipantId obligor;
        uint64 confirmed;
        uint64 paid;
        uint64 credited;
        uint64 writtenOff;
        uint64 cancelled;
        uint32 dueDate;
        uint16 ruleVersion;
        uint8 maxHands;
        bool waived;
    }

    /// @dev What the books say of a holding, and the word in which the ledger keeps it.
    struct Part {
        bytes32 receivable;
        ParticipantId holder;
        uint64 amount;
        uint64 declared;
        HoldingRecord seen;
    }

    uint256 private constant HOLDINGS_SLOT = 4;
    uint256 internal constant MOST_PARTS = 40;

    bytes32[] internal _receivables;
    bytes32[] internal _ids;
    mapping(bytes32 receivable => Debt) internal _debts;
    mapping(bytes32 id => Part) internal _parts;
    mapping(bytes32 action => uint256) internal _times;
    Party[] internal _everybody;
    string[] internal _broken;

    function setUp() public virtual override {
        super.setUp();
        Party[7] memory all =
            [tier1Brakes, tier2Steel, bankEast, bankWest, coreMotors, otherBuyer, networkOperator];
        for (uint256 i = 0; i < all.length; ++i) _everybody.push(all[i]);
        _open(root, coreMotors.id, WHOLE, DUE, false);
    }

    // What the books begin with

    function _open(bytes32 id, ParticipantId obligor, uint64 amount, uint32 dueDate, bool waived) internal {
        HoldingRecord record = wordOf(id, id);
        _receivables.push(id);
        (IRuleBook.Rules memory rules,) = ledger.rules(record.ruleVersion());
        _debts[id] = Debt(obligor, amount, 0, 0, 0, 0, dueDate, record.ruleVersion(), rules.maxHands, waived);
        _add(id, id, tier1Brakes.id, amount);
    }

    function _add(bytes32 receivable_, bytes32 id, ParticipantId holder, uint64 amount) internal {
        _ids.push(id);
        _parts[id] = Part(receivable_, holder, amount, 0, wordOf(receivable_, id));
    }

    /// @dev A part leaves its parent, in the books as on the ledger.
    function _split(bytes32 parent, bytes32 id, uint64 amount) internal {
        _parts[parent].amount -= amount;
        _add(_parts[parent].receivable, id, _parts[parent].holder, amount);
        HoldingRecord from = _parts[parent].seen;
        HoldingRecord record = _parts[id].seen;
        expect(from.ruleVersion() == record.ruleVersion(), "A part lives by the rules of its parent.");
        expect(from.step() == IReceivables.Step.None, "What waits for somebody is not split.");
        expect(from.phase() <= IReceivables.Phase.Overdue, "What is in default or over is not split.");
    }

    // How a party acts

    /// @dev Sends what was signed, and if it takes effect, once more.
    /// @param id The holding that it is about. The caller then changes the books.
    function act(Party memory by, bytes memory call, bytes32 id, bytes32 what) internal returns (bool done) {
        expect(isAsSeen(id), "An action changes no holding but the one that it names.");
        (done,) = address(ledger).call(call);
        if (!done) return false;
        ++_times[what];
        (bool again,) = address(ledger).call(call);
        expect(!again, "A nonce is spent once.");
        expectLawful(by, _parts[id].seen, wordOf(_parts[id].receivable, id));
    }

    /// @dev Called when the books have been changed: what is seen now is what the next action finds.
    function settleBooks(bytes32 id) internal {
        _parts[id].seen = wordOf(_parts[id].receivable, id);
    }

    /// @dev Whether the last action that named a holding has left it as it is.
    function isAsSeen(bytes32 id) private view returns (bool) {
        return HoldingRecord.unwrap(wordOf(_parts[id].receivable, id)) == HoldingRecord.unwrap(_parts[id].seen);
    }

    /// @dev What may become of a holding at all, whatever the action.
    function expectLawful(Party memory by, HoldingRecord before, HoldingRecord after_) private {
        expect(after_.ruleVersion() == before.ruleVersion(), "A holding's rule version never changes.");
        expect(after_.amount() <= before.amount(), "A holding never grows.");
        expect(after_.depth() >= before.depth(), "Hands are never forgotten.");
        expect(after_.phase() >= before.phase(), "A phase never goes back.");
        if (before.phase() == IReceivables.Phase.Closed) {
            bool same = HoldingRecord.unwrap(after_) == HoldingRecord.unwrap(before);
            expect(same, "What is closed stays closed.");
        }
        if (before.phase() == IReceivables.Phase.WrittenOff) {
            bool same = after_.phase() == before.phase() && after_.pending() <= before.pending();
            expect(same, "What is given up stays so, and what may yet come in only becomes less.");
        }
        if (after_.holder() == before.holder()) return;
        expect(after_.holder() == before.counterparty(), "A new holder was the counterparty before.");
        bool offered = before.step() == IReceivables.Step.TransferProposed && by.id == after_.holder();
        bool silent = before.deadline() != 0 && block.timestamp > before.deadline();
        expect(
            offered || by.id == before.holder() || silent,
            "A holder changes by its own offer or answer, or by its silence until the deadline."
        );
    }

    function expect(bool truth, string memory sentence) internal {
        if (!truth) _broken.push(sentence);
    }

    // Whom and what the dice choose

    function mostly(ParticipantId right, uint256 dice) internal view returns (Party memory) {
        if (dice % 10 == 0) return _everybody[dice / 10 % _everybody.length];
        for (uint256 i = 0; i < _everybody.length; ++i) {
            if (_everybody[i].id == right) return _everybody[i];
        }
        return _everybody[dice % _everybody.length];
    }

    /// @dev A holding in this step, if there is one, else any; its receivable is the one that intents are about.
    function choose(uint256 dice, IReceivables.Step step) internal returns (bytes32 id) {
        return choose(dice, step, IReceivables.Phase.None, 0);
    }

    function choose(uint256 dice, IReceivables.Step step, IReceivables.Phase phase) internal returns (bytes32 id) {
        return choose(dice, step, phase, 0);
    }

    /// @param phase `None` where any does in which something is owed.
    /// @param flags Which it should have too.
    function choose(uint256 dice, IReceivables.Step step, IReceivables.Phase phase, uint256 flags)
        internal
        returns (bytes32 id)
    {
        id = _ids[dice % _ids.length];
        for (uint256 i = 0; i < _ids.length; ++i) {
            bytes32 candidate = _ids[(dice % _ids.length + i) % _ids.length];
            HoldingRecord record = _parts[candidate].seen;
            bool fits = phase == IReceivables.Phase.None ? record.amount() > 0 : record.phase() == phase;
            if (fits && record.step() == step && HoldingRecord.unwrap(record.without(~flags)) == flags) {
                id = candidate;
                break;
            }
        }
        root = _parts[id].receivable;
    }

    /// @dev Mostly something between nothing and all, at times nothing, all or too much.
    function someOf(uint64 amount, uint256 dice) internal pure returns (uint64) {
        uint256 kind = dice % 8;
        if (kind == 0) return uint64(dice / 8 % 3);
        if (kind == 1) return amount + uint64(dice / 8 % 2);
        return uint64(dice / 8 % (uint256(amount) + 1));
    }

    function isFull() internal view returns (bool) {
        return _ids.length >= MOST_PARTS;
    }

    // What is seen

    /// @dev Straight from storage, where the ledger and its extension both keep it.
    function wordOf(bytes32 receivable_, bytes32 id) internal view returns (HoldingRecord) {
        bytes32 slot = keccak256(abi.encode(id, keccak256(abi.encode(receivable_, HOLDINGS_SLOT))));
        return HoldingRecord.wrap(uint256(vm.load(address(ledger), slot)));
    }

    /// @dev What the books say of every holding.
    function parts() external view returns (Part[] memory all) {
        all = new Part[](_ids.length);
        for (uint256 i = 0; i < all.length; ++i) all[i] = _parts[_ids[i]];
    }

    /// @dev What the ledger says of every holding, in the same order.
    function words() external view returns (HoldingRecord[] memory all) {
        all = new HoldingRecord[](_ids.length);
        for (uint256 i = 0; i < all.length; ++i) all[i] = wordOf(_parts[_ids[i]].receivable, _ids[i]);
    }

    function receivables() external view returns (bytes32[] memory) {
        return _receivables;
    }

    function debtOf(bytes32 receivable_) external view returns (Debt memory) {
        return _debts[receivable_];
    }

    function broken() external view returns (string[] memory) {
        return _broken;
    }

    function times(bytes32 action) external view returns (uint256) {
        return _times[action];
    }

    function theLedger() external view returns (ILedger) {
        return ledger;
    }

    function banks() external view returns (ParticipantId, ParticipantId) {
        return (bankEast.id, bankWest.id);
    }

    function buyers() external view returns (ParticipantId, ParticipantId) {
        return (coreMotors.id, otherBuyer.id);
    }
}
