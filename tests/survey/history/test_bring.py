"""Published figures stand when a second person has confirmed them; a newer file corrects an older one."""

from dataclasses import dataclass

import pytest

from survey.collecting.history.bring import BroughtIn, HistoryData, bring_in, confirm
from survey.collecting.history.standing import shown, standings
from survey.database import Database
from survey.errors import Refused
from survey.people.organisations import organisation_of
from survey.people.roles import Person
from survey.preparing.register import load_register
from tests.survey.office import HOME, NOW, person

HEADER = "index,year,unit,value,rank,rank_of,source,method_note\n"
FILE = f"{HEADER}DDCI,2024,Hạ Long,79.35,1,13,Báo cáo DDCI 2024,Bản 2024\nPAR,2025,so-y-te,88.1,4,20,QĐ 9,Bản 2025\n"


@dataclass
class Desk:
    """Who brings in, who confirms; each act in a transaction of its own."""

    database: Database
    officer: Person
    approver: Person

    def bring(self, text: str = FILE, by: Person | None = None) -> BroughtIn:
        """The file, brought in."""
        with self.database.writing() as tx:
            given = HistoryData(organisation_of(tx, HOME), "history.csv", text.encode())
            return bring_in(tx, given, NOW, by or self.officer)

    def confirm(self, mark: str, by: Person | None = None) -> None:
        """The file, confirmed."""
        with self.database.writing() as tx:
            confirm(tx, organisation_of(tx, HOME), mark, NOW, by or self.approver)

    def hire(self, role: str) -> Person:
        """One more person."""
        with self.database.writing() as tx:
            return person(tx, "nam", role)

    def states(self) -> list[tuple[str, float | None, str]]:
        """What the organisation has, with its states."""
        with self.database.reading() as tx:
            found = standings(tx, self.officer.grants[0].organisation)
            return [(one.figure.unit_name, one.figure.value, one.state) for one in found]


@pytest.fixture
def desk(database: Database) -> Desk:
    """An officer and an approver."""
    with database.writing() as tx:
        load_register(tx)
        return Desk(database, person(tx, "lan", "method_officer"), person(tx, "binh", "approver"))


def test_figures_stand_when_a_second_person_has_confirmed_them(desk: Desk) -> None:
    """One of a unit that the register knows, one kept by name."""
    brought = desk.bring()
    assert (brought.figures, brought.linked) == (2, 1)
    assert desk.states() == [("Hạ Long", 79.35, "waiting"), ("Sở Y tế", 88.1, "waiting")]
    desk.confirm(brought.file.blob[:8])
    assert desk.states() == [("Hạ Long", 79.35, "shown"), ("Sở Y tế", 88.1, "shown")]
    with desk.database.reading() as tx:
        assert [one.unit for one in shown(tx, desk.officer.grants[0].organisation)] == [None, "so-y-te"]


def test_no_one_confirms_what_they_brought_in(desk: Desk) -> None:
    mark = desk.bring().file.blob
    with pytest.raises(Refused, match="Another person must"):
        desk.confirm(mark, by=desk.officer)
    desk.confirm(mark)
    with pytest.raises(Refused, match="confirmed already"):
        desk.confirm(mark)


@pytest.mark.parametrize("role", ["administrator", "unit_viewer", "auditor"])
def test_who_has_no_part_in_results_neither_brings_in_nor_confirms(desk: Desk, role: str) -> None:
    other, mark = desk.hire(role), desk.bring().file.blob
    for act in (lambda: desk.bring(by=other), lambda: desk.confirm(mark, by=other)):
        with pytest.raises(Refused, match="may not do that"):
            act()


def test_an_approver_brings_nothing_in(desk: Desk) -> None:
    with pytest.raises(Refused, match="may not do that"):
        desk.bring(by=desk.approver)


def test_a_newer_file_corrects_the_figures_it_names(desk: Desk) -> None:
    """When it is confirmed; the others stay, and the older row stays in the table as replaced."""
    desk.confirm(desk.bring().file.blob)
    newer = desk.bring(f"{HEADER}DDCI,2024,Hạ Long,79.53,1,13,Đính chính,Bản 2024\n")
    assert ("Hạ Long", 79.53, "waiting") in desk.states()
    desk.confirm(newer.file.blob)
    assert desk.states() == [
        ("Hạ Long", 79.35, "replaced"),
        ("Hạ Long", 79.53, "shown"),
        ("Sở Y tế", 88.1, "shown"),
    ]


def test_the_same_file_again_is_the_same_row(desk: Desk) -> None:
    assert desk.bring().file.id == desk.bring().file.id
    assert len(desk.states()) == 2
