"""Invitations are drawn from a frame: large groups only, codes kept nowhere, used once."""

import csv
import io
from collections.abc import Callable

import pytest
from sqlalchemy import select

from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.collecting.redeem import find, good_for
from survey.collecting.submit import Channel
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case, read_frame, read_sizes
from survey.preparing.invite import DrawPlan, Letter, codes, draw, letters_of, sampled
from survey.records import Cell, Invitation, InvitationWave, Psu, Response, Stratum
from tests.survey.questionnaire import (
    DEPARTMENTS,
    INSTRUMENT,
    NOW,
    WARDS,
    Opened,
    consent_in,
    opened,
    sent,
    submission,
    wave_in,
)

UNITS = {"place": WARDS, "office": (*WARDS, *DEPARTMENTS)}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    read = read_instrument(INSTRUMENT, "phieu-nho.yaml").instrument
    assert read
    return read


def cases(count: int, cell: str = "06652", psu: Callable[[int], str | None] = lambda _: None) -> list[Case]:
    return [
        Case(f"{cell}-{number:03d}", "06652", "place", "06652", cell, psu(number), {"name": f"Người {number}"})
        for number in range(count)
    ]


def drawn(database: Database, keys: Keys, wave: Opened, plan: DrawPlan) -> list[Letter]:
    with database.writing() as tx:
        return draw(tx, [wave_in(tx, wave)], plan, keys, By(NOW))


def test_a_frame_is_read_with_defaults(instrument: Instrument) -> None:
    """Without role, stratum and cell the unit holds the first role and is its own stratum and cell."""
    frame = "case,unit,name\nHS-1,06652,Ông A\nHS-2,,Bà B\n".encode()
    first, second = read_frame(frame, "frame.csv", instrument, UNITS)
    assert first == Case("HS-1", "06652", "place", "06652", "06652", None, {"name": "Ông A"})
    assert (second.unit, second.role, second.stratum) == (None, None, "all")


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (
            "case,unit\nHS-1,06652\nHS-1,06658\n",
            "frame.csv, line 3, case: the case “HS-1” stands in a row above; keep one row a case.",
        ),
        (
            "case,unit\nHS-1,so-tai-chinh\n",
            (
                "frame.csv, line 2, unit: the wave has no unit “so-tai-chinh” in this role; "
                "check the code in the wave's list of units."
            ),
        ),
        (
            "case,role\nHS-1,boss\n",
            "frame.csv, line 2, role: the instrument has no role “boss”; use one of place, office.",
        ),
        (
            "case,stratum,cell\nHS-1,a,x\nHS-2,b,x\n",
            "frame.csv, line 3, cell: the cell “x” lies in two strata; keep a cell whole inside one stratum.",
        ),
        (
            "case,units\nHS-1,06652\n",
            "frame.csv, line 1: there is no column “units”; call it “unit” or take it out.",
        ),
    ],
)
def test_a_mistake_in_a_frame_names_file_row_column_and_remedy(
    instrument: Instrument, frame: str, sentence: str
) -> None:
    """Nothing is drawn from a frame with a mistake."""
    with pytest.raises(Refused) as caught:
        read_frame(frame.encode(), "frame.csv", instrument, UNITS)
    assert caught.value.places[0][1]["en"] == sentence


def test_sizes_of_cells_are_counted_on_the_frame_or_given() -> None:
    """A size below the rows of the frame cannot be right."""
    assert read_sizes(b"cell,size\n06652,900\n", "sizes.csv", cases(30)) == {"06652": 900}
    with pytest.raises(Refused) as caught:
        read_sizes(b"cell,size\n06652,29\n", "sizes.csv", cases(30))
    assert "is less than the 30 rows" in caught.value.places[0][1]["en"]
    with pytest.raises(Refused) as caught:
        read_sizes(b"cell,size\n06652,9000000000\n", "sizes.csv", cases(30))
    assert "larger than 2000000000" in caught.value.places[0][1]["en"]


def test_a_drawing_keeps_the_counts_of_its_design_and_no_code(database: Database, keys: Keys) -> None:
    """Forty cases in two PSUs: stratum, cell and PSU are counted, the PSU's own name is kept nowhere."""
    wave = opened(database, keys, open_access=False)
    plan = DrawPlan(cases(40, psu=lambda number: f"thôn {number % 2}"))
    letters = drawn(database, keys, wave, plan)
    with database.reading() as tx:
        strata = tx.execute(select(Stratum.code, Stratum.unit, Stratum.size, Stratum.psus)).all()
        cells = tx.execute(select(Cell.code, Cell.stratum, Cell.size, Cell.drawn)).all()
        psus = tx.scalars(select(Psu)).all()
        assert strata == [("06652", "06652", 40, 2)]
        assert cells == [("06652", "06652", 40, 40)]
        assert [(psu.size, psu.drawn, psu.unit) for psu in psus] == [(20, 20, "06652")] * 2
        assert not any("thôn" in psu.label for psu in psus)
        lookups = " ".join(tx.scalars(select(Invitation.lookup)))
        assert letters_of(tx, wave_in(tx, wave), keys) == letters
    assert not any(letter.code in lookups for letter in letters)


def test_a_sample_is_the_same_for_the_same_seed(database: Database, keys: Keys) -> None:
    """Twenty a cell out of fifty; another seed draws others."""
    frame = cases(50) + cases(50, "b")
    once, again = sampled(DrawPlan(frame, per_cell=20, seed=7)), sampled(DrawPlan(frame, per_cell=20, seed=7))
    assert once == again != sampled(DrawPlan(frame, per_cell=20, seed=8))
    assert [sum(case.cell == cell for case in once) for cell in ("06652", "b")] == [20, 20]
    wave = opened(database, keys)
    assert len(drawn(database, keys, wave, DrawPlan(frame, {"06652": 500, "b": 50}, 20, 7))) == 40
    with database.reading() as tx:
        assert tx.execute(select(Cell.size, Cell.drawn).order_by(Cell.size)).all() == [(50, 20), (500, 20)]
        assert tx.scalar(select(Stratum.size)) == 550


@pytest.mark.parametrize(
    ("frame", "proposal"),
    [
        (
            cases(19),
            (
                "cell “06652” has 19 invitations and needs at least 20; "
                "merge it with another stratum or invite more people"
            ),
        ),
        (cases(30) + cases(15, "b"), "cell “b” has 15 invitations and needs at least 20; merge it with “06652”"),
        (
            cases(24, psu=lambda number: "x" if number < 9 else "y"),
            "PSU “x” has 9 invitations and needs at least 10; merge it with “y”",
        ),
    ],
)
def test_groups_too_small_are_refused_with_a_proposal(
    database: Database, keys: Keys, frame: list[Case], proposal: str
) -> None:
    """Nothing is stored, and the sentence says what to merge."""
    wave = opened(database, keys)
    with pytest.raises(Refused) as caught:
        drawn(database, keys, wave, DrawPlan(frame))
    assert caught.value.places[0][1]["en"] == proposal
    with database.reading() as tx:
        assert tx.scalars(select(Invitation.id)).all() == []


def test_a_second_drawing_and_a_stopped_wave_are_refused(database: Database, keys: Keys) -> None:
    """Counts of a design are made once."""
    wave = opened(database, keys)
    drawn(database, keys, wave, DrawPlan(cases(20)))
    with pytest.raises(Refused, match="has invitations already"):
        drawn(database, keys, wave, DrawPlan(cases(20)))
    with database.writing() as tx:
        wave_in(tx, wave).state = "stopped"
    with pytest.raises(Refused, match="must be “draft / trial / open”"):
        drawn(database, keys, wave, DrawPlan(cases(20)))


def test_an_invitation_is_good_once_in_each_wave(database: Database, keys: Keys) -> None:
    """The answer takes cell and unit along, and nothing that leads back to the invitation."""
    first, second = opened(database, keys, "dot-mot", open_access=False), opened(database, keys, "dot-hai")
    with database.writing() as tx:
        waves = [wave_in(tx, first), wave_in(tx, second)]
        letters = draw(tx, waves, DrawPlan(cases(20)), keys, By(NOW))
    with database.reading() as tx:
        mark = consent_in(tx)
        invitation = find(tx, keys, letters[0].code.lower())
        assert find(tx, keys, letters[1].code[::-1]) is None
    channel = Channel(access="invited", invitation=invitation)
    units = {"office": "so-tai-chinh"}
    given = submission(first, mark, units=units)
    assert sent(database, first, given, channel).status == "stored"
    assert sent(database, first, given, channel).status == "already"
    with pytest.raises(Refused, match="has been used"):
        sent(database, first, submission(first, mark, units=units), channel)
    assert sent(database, second, submission(second, mark, units=units), channel).status == "stored"
    with database.reading() as tx:
        assert invitation
        assert [good.is_used for good in good_for(tx, invitation)] == [True, True]
        row = tx.get_one(Response, given.identifier)
        assert (row.access, row.cell) == ("invited", "06652")
        assert '"place":"06652"' in row.answers
        assert len(tx.scalars(select(InvitationWave).where(InvitationWave.state == "used")).all()) == 2


def test_another_unit_than_the_invitations_is_refused(database: Database, keys: Keys) -> None:
    """And the invitation stays good."""
    wave = opened(database, keys)
    letters = drawn(database, keys, wave, DrawPlan(cases(20)))
    with database.reading() as tx:
        mark, invitation = consent_in(tx), find(tx, keys, letters[0].code)
    other = submission(wave, mark, units={"place": "06658", "office": "so-tai-chinh"})
    channel = Channel(access="invited", invitation=invitation)
    with pytest.raises(Refused) as caught:
        sent(database, wave, other, channel)
    assert [place for place, _ in caught.value.places] == ["units.place"]
    assert sent(database, wave, submission(wave, mark), channel).status == "stored"


def test_an_unknown_invitation_stores_nothing(database: Database, keys: Keys) -> None:
    """Spent and unknown codes hear the same."""
    wave = opened(database, keys)
    with database.reading() as tx:
        mark = consent_in(tx)
    with pytest.raises(Refused, match="has been used"):
        sent(database, wave, submission(wave, mark), Channel(access="invited"))
    with database.reading() as tx:
        assert tx.scalars(select(Response.id)).all() == []


def test_codes_are_written_as_a_sheet_for_letters() -> None:
    """A name that a spreadsheet would take for a formula is defused."""
    letters = [Letter("HS-1", "0123456789A", {"name": "=CMD()"})]
    rows = list(csv.DictReader(io.StringIO(codes(letters, "https://ks.example.vn").decode("utf-8-sig"))))
    assert rows[0]["code"] == "0123-4567-89A"
    assert rows[0]["link"] == "https://ks.example.vn/i/0123456789A"
    assert rows[0]["name"] == "'=CMD()"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("+84 912 345 678", "84912345678"),
        ("+84-(0)912.345.678", "84912345678"),
        ("0912 345 678", "0912 345 678"),
        ("+84*CMD()", "'+84*CMD()"),
        ("-912", "'-912"),
    ],
)
def test_a_phone_stays_one_that_can_be_dialled(given: str, written: str) -> None:
    """A leading sign goes rather than being defused by an apostrophe; what is no number is still defused."""
    letters = [Letter("HS-1", "0123456789A", {"phone": given})]
    rows = list(csv.DictReader(io.StringIO(codes(letters, "https://ks.example.vn").decode("utf-8-sig"))))
    assert rows[0]["phone"] == written
