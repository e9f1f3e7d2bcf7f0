"""A scored wave and the people around it."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from reports.public_form import FULL_FORM, PublicForm
from survey.closing.close import close_wave
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from survey.people.roles import Person
from survey.publishing.approve import PaperFacts, approve
from survey.publishing.decide import SignedPaper, enter_decision
from survey.publishing.form import Chosen
from survey.publishing.prepare import prepare
from survey.publishing.publish import publish
from survey.records import Publication, RunRow
from tests.survey.office import NOW, filled, found, person
from tests.survey.signing import Roots, signed_decision


@dataclass(frozen=True)
class Result:
    """A scored wave: who prepares, who approves, and the acts, each in its own transaction."""

    database: Database
    officer: Person
    approver: Person

    def prepare(
        self, person: Person | None = None, reason: str | None = None, form: PublicForm = FULL_FORM
    ) -> Publication:
        """The run of the wave, prepared."""
        with self.database.writing() as tx:
            return prepare(tx, tx.scalars(select(RunRow)).one(), NOW, person or self.officer, Chosen(form, reason))

    def approve(self, person: Person | None = None) -> None:
        """The publication, approved."""
        with self.database.writing() as tx:
            approve(tx, tx.scalars(select(Publication)).one(), NOW, person or self.approver)

    def decide(self, data: bytes | None = None, *, number_only: bool = False, roots: Roots = ()) -> None:
        """The decision, entered with its signed file."""
        with self.database.writing() as tx:
            publication = tx.scalars(select(Publication)).one()
            mark = tx.get_one(RunRow, publication.run).fingerprint
            file = None if number_only else data or signed_decision(mark)
            facts = PaperFacts("123/QĐ-UBND", date(2026, 11, 20), "Chủ tịch")
            enter_decision(tx, publication, SignedPaper(facts, file, roots), NOW, self.officer)

    def publish(self, person: Person | None = None) -> None:
        """The publication, published."""
        with self.database.writing() as tx:
            publish(tx, tx.scalars(select(Publication)).one(), NOW, person or self.officer)

    def publication(self) -> Publication:
        """The publication as the database has it."""
        with self.database.reading() as tx:
            return tx.scalars(select(Publication)).one()


def scored(database: Database, keys: Keys, *, simulated: bool) -> Result:
    """A closed and scored wave."""
    filled(database, keys, simulated=simulated)
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
        score_snapshot(tx, close_wave(tx, found(tx), keys, NOW), NOW)
        return Result(database, person(tx, "lan", "method_officer"), person(tx, "binh", "approver"))


@pytest.fixture
def result(database: Database, keys: Keys) -> Result:
    """A simulated wave, scored."""
    return scored(database, keys, simulated=True)


@pytest.fixture
def real_result(database: Database, keys: Keys) -> Result:
    """A wave of real answers, scored; it needs a decision."""
    return scored(database, keys, simulated=False)
