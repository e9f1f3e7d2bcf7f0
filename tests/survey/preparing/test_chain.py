"""The approval chain of a wave is data: read from a file, checked, and fixed once a result is prepared."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from survey.database import Database
from survey.errors import Refused
from survey.preparing.chain import SHIPPED, SHORTEST, Chain, ChainStep, as_written, change_chain, read_chain
from survey.preparing.wave import create_wave
from survey.records import AuditEvent, Publication, RunRow, SnapshotRow
from tests.survey.office import NOW, found, person, plan_of

FILE = """title_vi;title_en;document;account
Trưởng phòng CCHC;Head of reform;;
Hội đồng thẩm định;;Biên bản họp;binh
"""


@pytest.mark.parametrize(("simulated", "chain"), [(True, SHORTEST), (False, SHIPPED)])
def test_a_wave_gets_the_shipped_chain_and_a_simulated_one_the_shortest(
    database: Database,
    simulated: bool,  # noqa: FBT001 - one of two waves
    chain: Chain,
) -> None:
    """Head of division, leadership, council; of invented answers one yes is enough."""
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx, simulated=simulated, chain=None), NOW)
        assert as_written(tx, wave) == chain


def test_a_file_names_steps_papers_and_people(database: Database) -> None:
    """A row a step; what is left out is as it is shipped, and the record keeps who changed it."""
    chain = read_chain(FILE.encode(), "chain.csv")
    with database.writing() as tx:
        create_wave(tx, plan_of(tx), NOW)
        officer = person(tx, "lan", "method_officer")
        person(tx, "binh", "approver")
        change_chain(tx, found(tx), chain, NOW, officer)
    with database.reading() as tx:
        kept = as_written(tx, found(tx))
        last = tx.scalars(select(AuditEvent).order_by(AuditEvent.n.desc())).first()
    assert kept == (
        ChainStep("Trưởng phòng CCHC", "Head of reform"),
        ChainStep("Hội đồng thẩm định", "Hội đồng thẩm định", document="Biên bản họp", account="binh"),
    )
    assert last is not None
    assert {"act": "approval_chain_changed", "by": officer.number}.items() <= json.loads(last.text).items()


WRONG: dict[str, tuple[Chain, str]] = {
    "chain-steps": ((), "An approval chain has 1 to 8 steps"),
    "chain-title": ((ChainStep("x" * 81),), "Step 1 of the approval chain needs a Vietnamese name"),
    "chain-document": ((*SHORTEST, ChainStep("Hội đồng", document="x" * 121)), "The document named in step 2"),
    "chain-role": ((ChainStep("Sở", role="method_officer"),), "The role “method_officer” of step 1 may not approve"),
    "chain-account": ((ChainStep("Sở", account="lan"),), "no account “lan” holds the role approver"),
    "chain-twice": ((ChainStep("A", account="binh"), ChainStep("B", account="binh")), "“binh” is given two steps"),
}


@pytest.mark.parametrize("code", WRONG)
def test_a_chain_that_nobody_could_go_is_refused(database: Database, code: str) -> None:
    """In one sentence, and the chain before stays."""
    chain, sentence = WRONG[code]
    with database.writing() as tx:
        create_wave(tx, plan_of(tx), NOW)
        officer = person(tx, "lan", "method_officer")
        person(tx, "binh", "approver")
    with pytest.raises(Refused) as refused, database.writing() as tx:
        change_chain(tx, found(tx), chain, NOW, officer)
    assert refused.value.code == code
    assert sentence in str(refused.value)
    with database.reading() as tx:
        assert as_written(tx, found(tx)) == SHORTEST


def test_a_file_without_its_column_is_refused() -> None:
    """By file and column, as any file."""
    with pytest.raises(Refused, match="title_vi"):
        read_chain(b"title,role\nA,approver\n", "chain.csv")


def test_the_chain_is_fixed_once_a_result_is_prepared_and_free_again_when_it_was_sent_back(database: Database) -> None:
    """Otherwise whoever prepared it could choose who judges it."""
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx), NOW)
        officer = person(tx, "lan", "method_officer")
        snapshot = SnapshotRow(wave=wave.id, number=1, made=date(2026, 11, 1), fingerprint="f" * 64, reason="")
        tx.add(snapshot)
        tx.flush()
        run = RunRow(snapshot=snapshot.id, fingerprint="e" * 64)
        tx.add(run)
        tx.flush()
        tx.add(Publication(wave=wave.id, run=run.id, number=1, prepared_by=officer.number))
    with pytest.raises(Refused, match="the approval chain cannot change any more"), database.writing() as tx:
        change_chain(tx, found(tx), SHIPPED, NOW, officer)
    with database.writing() as tx:
        tx.scalars(select(Publication)).one().returned = True
        tx.flush()
        change_chain(tx, found(tx), SHIPPED, NOW, officer)
        assert len(as_written(tx, found(tx))) == len(SHIPPED)


def test_an_approver_sets_no_chain(database: Database) -> None:
    """The wave is the officers'."""
    with database.writing() as tx:
        create_wave(tx, plan_of(tx), NOW)
        approver = person(tx, "binh", "approver")
        with pytest.raises(Refused, match="may not do that"):
            change_chain(tx, found(tx), SHIPPED, NOW, approver)
