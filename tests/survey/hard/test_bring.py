"""Bringing hard figures in and confirming them: two people, and rows that are never changed."""

import json

import pytest
from sqlalchemy import func, select

from survey.closing.stop import stop_wave
from survey.collecting.hard.standing import filled, standings
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.wave import open_wave
from survey.records import AuditEvent, HardFile, HardValue
from tests.survey.figures import FILES, Desk
from tests.survey.office import NOW, found


def states(desk: Desk) -> list[tuple[str, int, str]]:
    with desk.database.reading() as tx:
        return [(one.file.template, one.file.number, one.state) for one in standings(tx, found(tx))]


def known(desk: Desk) -> dict[str, dict[str, float | None]]:
    with desk.database.reading() as tx:
        return {
            one.indicator.code: {unit: figure.value for unit, figure in one.figures.items()}
            for one in filled(tx, found(tx))
        }


def test_figures_count_when_a_second_person_has_confirmed_them(desk: Desk) -> None:
    """Before, the file waits and fills nothing."""
    brought = desk.bring()
    assert states(desk) == [("ho_so_tthc", 1, "waiting")]
    assert known(desk)["on_time"] == {}
    desk.confirm(brought.file.blob[:12])
    assert states(desk) == [("ho_so_tthc", 1, "counts")]
    assert known(desk) == {
        "on_time": {"06652": 0.9, "06658": 1.0, "06661": None},
        "late": {"06652": 12.0, "06658": 0.0, "06661": 0.0},
        "settled": {},
        "dti": {},
    }


def test_no_one_confirms_what_they_brought_in(desk: Desk) -> None:
    """Not even somebody who holds the role that confirms; another officer may."""
    mark = desk.bring().file.blob
    with pytest.raises(Refused, match="Another person must"):
        desk.confirm(mark, by=desk.officer)
    assert states(desk) == [("ho_so_tthc", 1, "waiting")]
    desk.confirm(mark, by=desk.hire("hoa", "method_officer"))
    assert states(desk) == [("ho_so_tthc", 1, "counts")]


@pytest.mark.parametrize("role", ["approver", "administrator", "unit_viewer", "analyst"])
def test_who_prepares_nothing_brings_no_figures_in(desk: Desk, role: str) -> None:
    """A rated unit least of all."""
    other = desk.hire("nam", role)
    with pytest.raises(Refused, match="may not do that"):
        desk.bring(by=other)
    assert states(desk) == []


@pytest.mark.parametrize("role", ["administrator", "unit_viewer", "analyst"])
def test_who_checks_nothing_confirms_no_figures(desk: Desk, role: str) -> None:
    """Officers and approvers do."""
    mark = desk.bring().file.blob
    with pytest.raises(Refused, match="may not do that"):
        desk.confirm(mark, by=desk.hire("nam", role))


def test_a_newer_file_takes_the_place_of_the_older_when_it_is_confirmed(desk: Desk) -> None:
    """Until then the confirmed one counts; its rows stay as they were for good."""
    desk.both()
    newer = desk.bring(FILES.replace("06652,120,108", "06652,120,102"))
    assert states(desk) == [("ho_so_tthc", 1, "counts"), ("ho_so_tthc", 2, "waiting")]
    assert known(desk)["on_time"]["06652"] == 0.9
    desk.confirm(newer.file.blob)
    assert states(desk) == [("ho_so_tthc", 1, "replaced"), ("ho_so_tthc", 2, "counts")]
    assert known(desk)["on_time"]["06652"] == 0.85
    with desk.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(HardValue)) == 30


def test_a_file_that_a_newer_one_replaced_is_not_confirmed_any_more(desk: Desk) -> None:
    """Whoever confirms looks at the newest."""
    older = desk.bring()
    desk.bring(FILES.replace("108", "107"))
    with pytest.raises(Refused, match="A newer file has been brought in since"):
        desk.confirm(older.file.blob)
    assert states(desk) == [("ho_so_tthc", 1, "replaced"), ("ho_so_tthc", 2, "waiting")]


def test_the_same_file_again_is_the_same_row(desk: Desk) -> None:
    """With another source it is a new one, that has to be confirmed."""
    desk.both()
    desk.bring()
    assert states(desk) == [("ho_so_tthc", 1, "counts")]
    desk.bring(source="Báo cáo 46")
    assert states(desk) == [("ho_so_tthc", 1, "counts"), ("ho_so_tthc", 2, "waiting")]


def test_a_file_is_confirmed_once(desk: Desk) -> None:
    mark = desk.bring().file.blob
    desk.confirm(mark)
    with pytest.raises(Refused, match="confirmed already"):
        desk.confirm(mark)


def test_a_file_is_confirmed_by_enough_of_its_fingerprint(desk: Desk) -> None:
    """Whoever confirms names the bytes that were looked at."""
    mark = desk.bring().file.blob
    for wrong in (mark[:7], "0" * 12, "báo cáo!"):
        with pytest.raises(Refused, match="No file of figures has the mark"):
            desk.confirm(wrong)


def test_each_template_has_its_own_file(desk: Desk) -> None:
    """The indicator says which one fills it."""
    desk.both()
    desk.both("unit,received,answered_in_time,in_quarter\n06652,20,18,17\n", "kien_nghi")
    desk.both("unit,indicator,value,numerator,denominator\n06652,dti,0.62,,\n", "generic")
    assert known(desk)["settled"] == {"06652": 0.85}
    assert known(desk)["dti"] == {"06652": 0.62}


def test_a_file_with_a_mistake_is_not_kept(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"Nothing was done; mistakes in ho_so_tthc\.csv: 1"):
        desk.bring(FILES.replace("108", "109"))
    with desk.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(HardFile)) == 0


@pytest.mark.parametrize("source", ["  ", "x" * 401, "Báo cáo\n45", "Báo cáo \u202e45"])
def test_figures_without_a_source_are_refused(desk: Desk, source: str) -> None:
    with pytest.raises(Refused, match="The source of the figures must be given, with at most 400 characters"):
        desk.bring(source=source)


def test_figures_come_in_in_every_state_of_a_wave(desk: Desk, keys: Keys) -> None:
    """An office has its reports when it has them: before the wave opens, and after its answers are in."""
    desk.both()
    with desk.database.writing() as tx:
        open_wave(tx, found(tx), keys, NOW)
    desk.both(FILES.replace("120,108", "120,107"))
    with desk.database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
    desk.both(FILES.replace("120,108", "120,102"))
    assert known(desk)["on_time"]["06652"] == 0.85


def test_the_record_says_who_brought_in_and_who_confirmed_which_file(desk: Desk) -> None:
    """By number, with the fingerprint of the file."""
    desk.both()
    with desk.database.reading() as tx:
        events = [json.loads(text) for text in tx.scalars(select(AuditEvent.text).order_by(AuditEvent.n))]
        mark = tx.scalars(select(HardFile.blob)).one()
    acts = [(one["act"], one["by"], one["facts"]["file"]) for one in events if one["act"].startswith("hard_data")]
    assert acts == [
        ("hard_data_imported", desk.officer.number, mark),
        ("hard_data_confirmed", desk.approver.number, mark),
    ]
