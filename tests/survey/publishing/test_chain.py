"""A result goes through its chain step by step: one person a step, with the paper of the step, or back to the desk."""

from datetime import date

import pytest
from sqlalchemy import func, select

from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people.roles import Person
from survey.preparing.chain import Chain, ChainStep, change_chain
from survey.publishing.approve import PaperFacts, Yes, approve
from survey.publishing.send_back import returns_of, send_back
from survey.records import Approval, Publication, RunRow
from tests.survey.office import NOW, found, person
from tests.survey.publishing.conftest import Result, scored

TWO: Chain = (ChainStep("Trưởng phòng"), ChainStep("Hội đồng", document="Biên bản họp"))
PAPER = PaperFacts("07/BB-HĐTĐ", date(2026, 11, 18), "Chủ tịch Hội đồng")


@pytest.fixture
def result(database: Database, keys: Keys) -> Result:
    """A result prepared in a wave of two steps, the second with a paper."""
    made = scored(database, keys, simulated=True)
    with database.writing() as tx:
        change_chain(tx, found(tx), TWO, NOW, made.officer)
    made.prepare()
    return made


def _yes(result: Result, by: Person, yes: Yes) -> None:
    with result.database.writing() as tx:
        approve(tx, tx.scalars(select(Publication)).one(), NOW, by, yes)


def _second(result: Result) -> Person:
    with result.database.writing() as tx:
        return person(tx, "cuc", "approver")


def test_each_step_is_another_persons_and_the_council_brings_its_minutes(result: Result) -> None:
    """Number, day and signer stand with the step."""
    _yes(result, result.approver, Yes(step=1))
    with pytest.raises(Refused, match="You approved step 1"):
        _yes(result, result.approver, Yes(paper=PAPER))
    with pytest.raises(Refused, match="step 2 is missing"):
        result.publish()
    _yes(result, _second(result), Yes(step=2, paper=PAPER))
    with result.database.reading() as tx:
        rows = tx.execute(select(Approval.step, Approval.paper_number, Approval.paper_day, Approval.paper_signer))
        assert [tuple(row) for row in rows] == [
            (1, None, None, None),
            (2, "07/BB-HĐTĐ", date(2026, 11, 18), "Chủ tịch Hội đồng"),
        ]
    result.publish()


@pytest.mark.parametrize(
    "paper",
    [
        None,
        PaperFacts(" ", PAPER.day, "Chủ tịch"),
        PaperFacts("x" * 61, PAPER.day, "Chủ tịch"),
        PaperFacts("07/BB", None, "Chủ tịch"),
        PaperFacts("07/BB", PAPER.day, ""),
    ],
)
def test_a_step_with_a_paper_is_not_taken_without_it(result: Result, paper: PaperFacts | None) -> None:
    """One sentence names the paper and what to enter."""
    result.approve()
    with pytest.raises(Refused, match=r"This step needs number .* of “Biên bản họp”"):
        _yes(result, _second(result), Yes(paper=paper))


@pytest.mark.parametrize("yes", [Yes(step=2, paper=PAPER), Yes(step=1, run="0" * 64)])
def test_who_was_shown_another_step_or_another_run_agrees_to_nothing(result: Result, yes: Yes) -> None:
    """A page left open over night approves only what it showed."""
    with pytest.raises(Refused, match="has been done already, or it is not its turn"):
        _yes(result, result.approver, yes)
    with result.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Approval)) == 0


def test_a_step_given_to_one_account_is_nobody_elses(database: Database, keys: Keys) -> None:
    """The sentence names the account."""
    made = scored(database, keys, simulated=True)
    second = _second(made)
    with database.writing() as tx:
        change_chain(tx, found(tx), (ChainStep("Hội đồng", account="cuc"),), NOW, made.officer)
    made.prepare()
    with pytest.raises(Refused, match="given to the account “cuc”"):
        made.approve()
    made.approve(second)


def test_what_is_sent_back_loses_its_approvals_and_starts_over(result: Result) -> None:
    """The reason is kept; nobody approves or publishes before it is prepared again."""
    _yes(result, result.approver, Yes(step=1))
    second = _second(result)
    with result.database.writing() as tx:
        send_back(tx, tx.scalars(select(Publication)).one(), " Thiếu hai phường ", NOW, second)
    for act in (result.approve, result.publish):
        with pytest.raises(Refused, match="This result was sent back"):
            act()
    result.prepare()
    result.approve()
    with result.database.reading() as tx:
        publication = tx.scalars(select(Publication)).one()
        assert not publication.returned
        assert [one.reason for one in returns_of(tx, publication)] == ["Thiếu hai phường"]


@pytest.mark.parametrize("reason", ["", "   ", "x" * 401])
def test_sending_back_needs_a_reason(result: Result, reason: str) -> None:
    with pytest.raises(Refused, match="A reason is needed"), result.database.writing() as tx:
        send_back(tx, tx.scalars(select(Publication)).one(), reason, NOW, result.approver)


def test_who_prepared_sends_nothing_back_and_nothing_goes_back_twice(result: Result) -> None:
    """Nor by somebody without the right."""
    with pytest.raises(Refused, match="may not do that"), result.database.writing() as tx:
        send_back(tx, tx.scalars(select(Publication)).one(), "Sai", NOW, result.officer)
    with result.database.writing() as tx:
        send_back(tx, tx.scalars(select(Publication)).one(), "Sai", NOW, result.approver)
    with pytest.raises(Refused, match="was sent back"), result.database.writing() as tx:
        send_back(tx, tx.scalars(select(Publication)).one(), "Sai", NOW, result.approver)
    with result.database.reading() as tx:
        assert len(returns_of(tx, tx.scalars(select(Publication)).one())) == 1
        assert tx.scalar(select(func.count()).select_from(RunRow)) == 1
