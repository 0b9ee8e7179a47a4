// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Vm} from "./support/Vm.sol";
import {LifeHandler} from "./invariants/LifeHandler.sol";

/// @notice Histories in which nothing happens would prove nothing: the dice of `LifeHandler` bring every action about.
contract LifeTurnsTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 private constant HISTORIES = 8;
    uint256 private constant STEPS = 500;

    LifeHandler private handler;
    uint256 private random;
    mapping(bytes32 action => uint256) private counted;

    function test_Every_action_takes_effect_in_some_history_and_no_sentence_is_broken() public {
        bytes32[26] memory actions = names();
        for (uint256 seed = 0; seed < HISTORIES; ++seed) {
            handler = new LifeHandler();
            handler.setUp();
            random = seed;
            for (uint256 i = 0; i < STEPS; ++i) turn();
            vm.assertEq(handler.broken().length, 0, "no sentence is broken");
            for (uint256 i = 0; i < actions.length; ++i) counted[actions[i]] += handler.times(actions[i]);
        }
        for (uint256 i = 0; i < actions.length; ++i) {
            vm.assertLe(1, counted[actions[i]], string(bytes.concat(actions[i])));
        }
    }

    function turn() private {
        uint256 kind = draw() % 29;
        if (kind == 0) handler.proposeTransfer(draw(), draw(), draw());
        if (kind == 1) handler.answerTransfer(draw(), draw(), draw() % 2 == 0);
        if (kind == 2) handler.requestFinancing(draw(), draw(), draw(), draw() % 2 == 0);
        if (kind == 3) handler.placeOffer(draw(), draw() % 2 == 0, draw() % 2 == 0, draw());
        if (kind == 4) handler.withdrawOffer(draw(), draw());
        if (kind == 5) handler.acceptOffer(draw(), draw());
        if (kind == 6) handler.declareDisbursement(draw(), draw());
        if (kind == 7) handler.answerDisbursement(draw(), draw(), draw() % 2 == 0, draw() % 4 == 0);
        if (kind == 8) handler.changeLimit(draw() % 2 == 0, draw() % 2 == 0, uint64(draw()));
        if (kind == 9) handler.declarePayment(draw(), draw(), draw());
        if (kind == 10) handler.declareRepurchase(draw(), draw());
        if (kind == 11) handler.answerPayment(draw(), draw(), uint8(draw()), draw() % 2 == 0);
        if (kind == 12) handler.claimRecourse(draw(), draw());
        if (kind == 13) handler.writeOff(draw(), draw());
        if (kind == 14) handler.recordRecovery(draw(), draw(), draw());
        if (kind > 14) later(kind);
    }

    function later(uint256 kind) private {
        if (kind == 15) handler.liftStop(draw(), draw() % 2 == 0);
        if (kind == 16) handler.withdrawStep(draw(), uint8(draw()), draw());
        if (kind == 17) handler.applyDeadline(draw(), uint8(draw()), draw());
        if (kind == 18) handler.raise(uint64(draw()), uint16(draw()), draw() % 2 == 0, draw() % 2 == 0);
        if (kind == 19) handler.issueCreditNote(draw(), draw(), draw());
        if (kind == 20) handler.answerCreditNote(draw(), draw(), draw() % 2 == 0);
        if (kind == 21) handler.openDispute(draw(), draw(), draw());
        if (kind == 22) handler.answerDispute(draw(), draw(), draw());
        if (kind == 23) handler.requestCancellation(draw(), draw());
        if (kind == 24) handler.answerCancellation(draw(), draw(), draw() % 2 == 0);
        if (kind == 25) handler.proposeRules(uint8(draw()), uint64(draw()), uint16(draw()), draw());
        if (kind == 26) handler.passTime(draw());
        if (kind == 28) handler.mature(draw());
        if (kind == 27) handler.sell(draw(), draw(), draw() % 2 == 0, draw() % 2 == 0);
    }

    function draw() private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return random;
    }

    function names() private pure returns (bytes32[26] memory) {
        return [
            bytes32("propose transfer"),
            "answer transfer",
            "request financing",
            "place offer",
            "withdraw offer",
            "accept offer",
            "declare disbursement",
            "answer disbursement",
            "change limit",
            "declare payment",
            "declare repurchase",
            "answer payment",
            "claim recourse",
            "write off",
            "record recovery",
            "lift stop",
            "withdraw step",
            "apply deadline",
            "submit",
            "confirm",
            "issue credit note",
            "answer credit note",
            "open dispute",
            "answer dispute",
            "request cancellation",
            "answer cancellation"
        ];
    }
}
