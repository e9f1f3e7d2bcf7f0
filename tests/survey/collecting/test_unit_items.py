"""A unit that an answer names, from the page to the file of answers: any of the register, rated in the wave or not."""

import json
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from instruments.reading import read_instrument
from survey.app import create_app
from survey.closing.export import rows_of
from survey.collecting.answer_cells import answer_columns, document_of
from survey.collecting.import_answers import SOURCE, AnswerFile, Import, ImportReport, import_answers
from survey.config import Settings
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.records import Rating, Response
from tests.ground.house import StillClock
from tests.survey.questionnaire import NOW, Opened, asking, consent_in, opened, sent, submission, wave_in
from tests.survey.respond.reading import hidden, text_of

ASKED = """      - code: seat
        kind: unit
        blocks: [phuong, xa-dac-khu, khong-xep-hang]
        none: [unknown]
        text: {vi: Ông/Bà ở đâu?, en: Where do you live?}
index:
"""
SEAT = ("index:\n", ASKED)
ISLAND = "07192"
"""In the register, and not in the wave."""
ANSWERS = {"polite": 5, "seat": ISLAND}


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, file=asking(SEAT), simulated=True)


@pytest.fixture
def client(settings: Settings, database: Database, clock: StillClock) -> FlaskClient:
    return create_app(settings, database, clock).test_client()


def reviewed(client: FlaskClient, database: Database, wave: Opened, **answers: str) -> TestResponse:
    """The review of a form where what must be answered was, and these questions."""
    with database.reading() as tx:
        consent = consent_in(tx)
    fields = {"language": "vi", "unit.place": "06652", "unit.office": "so-tai-chinh", "consent": consent}
    asked = {f"a.{item}": value for item, value in answers.items()}
    return client.post(f"/s/{wave.code}/check", data={**fields, "a.polite": "5", **asked})


def mended(client: FlaskClient, wave: Opened, review: TestResponse) -> str:
    """The form that the way back from a review leads to."""
    return client.post(f"/s/{wave.code}/check", data=hidden(review) | {"mend": "1"}).text


def stored(database: Database) -> list[dict[str, object]]:
    with database.reading() as tx:
        return [json.loads(one)["answers"] for one in tx.scalars(select(Response.answers))]


def test_any_unit_of_the_register_is_taken_and_rated_by_nobody(database: Database, wave: Opened) -> None:
    """The island is not in the wave; the units that are rated are those of the roles."""
    with database.reading() as tx:
        consent = consent_in(tx)
    sent(database, wave, submission(wave, consent, answers=ANSWERS))
    with pytest.raises(Refused) as refused:
        sent(database, wave, submission(wave, consent, answers={"seat": "so-tai-chinh"}))
    assert [place for place, _sentence in refused.value.places] == ["answers.seat"]
    assert stored(database) == [ANSWERS]
    with database.reading() as tx:
        assert set(tx.scalars(select(Rating.unit))) == {"06652", "so-tai-chinh"}


def test_the_page_offers_them_by_block_in_order_of_names(client: FlaskClient, wave: Opened) -> None:
    """A block is called as in the index, one that the index lacks as in the register."""
    page = client.get(f"/s/{wave.code}").text
    field = page[page.index('id="q-seat"') :]
    field = field[: field.index("</fieldset>")]
    assert re.findall(r'optgroup label="([^"]+)"', field) == ["Khối phường", "Xã, đặc khu", "Đơn vị khác"]
    names = re.findall(r">(Phường [^<]+)</option>", field)
    assert len(names) == 30
    assert names.index("Phường Hà Tu") < names.index("Phường Mạo Khê") < names.index("Phường Yên Tử")
    assert f'<option value="{ISLAND}">' in field


def test_without_script_it_is_read_back_by_its_name_and_mended(
    client: FlaskClient, database: Database, wave: Opened
) -> None:
    """The review names the unit; the way back finds it chosen; beside a reason nothing is chosen."""
    review = reviewed(client, database, wave, seat=ISLAND)
    assert "Đặc khu Cô Tô" in text_of(review)
    assert f'<option value="{ISLAND}" selected>' in mended(client, wave, review)
    client.post(f"/s/{wave.code}/send", data=hidden(review))
    assert stored(database) == [ANSWERS]
    again = mended(client, wave, reviewed(client, database, wave, seat="none:unknown"))
    field = again[again.index('id="q-seat"') :]
    assert 'value="none:unknown" checked' in field
    assert " selected" not in field


def test_a_reason_beside_a_number_is_not_typed_into_its_field(
    client: FlaskClient, database: Database, wave: Opened
) -> None:
    """The way back from the review shows the tick, and the field empty."""
    page = mended(client, wave, reviewed(client, database, wave, trips="none:unknown"))
    assert 'name="a.trips" value="none:unknown" checked' in page
    assert 'name="a.trips" value="" aria-label' in page


def test_a_file_of_answers_names_units_by_code(database: Database, wave: Opened, keys: Keys) -> None:
    """Leading zeros stay; a code of no unit is refused in its cell, with the one most like it; 98 is a reason."""
    head = "id,place,office,polite,seat,seat__none\n"

    def brought(lines: str) -> ImportReport:
        with database.writing() as tx:
            order = Import(wave_in(tx, wave), AnswerFile("phieu.csv", f"{head}{lines}".encode(), SOURCE), False)
            return import_answers(tx, order, keys, By(NOW))

    (mistake,) = brought("P-1,06652,so-tai-chinh,5,7192,\n").mistakes
    assert mistake.sentence("en").startswith("phieu.csv, line 2, seat: ")
    assert "the unit 7192 is not in the list; the code most like it is 07192" in mistake.sentence("en")
    assert brought(f"P-1,06652,so-tai-chinh,5,{ISLAND},\nP-2,06652,so-tai-chinh,5,,98\n").stored == 2
    assert sorted(str(one["seat"]) for one in stored(database)) == [ISLAND, "{'none': 'unknown'}"]


def test_what_is_exported_can_be_imported() -> None:
    """Two columns, the code as it is and the reason beside it."""
    instrument = read_instrument(asking(SEAT), "phieu-nho.yaml").instrument
    assert instrument is not None
    assert answer_columns(instrument)[-2:] == ("seat", "seat__none")
    for seat in (ISLAND, {"none": "unknown"}):
        (row,) = rows_of({"answers": {"seat": seat}}, instrument, has_texts=False)
        assert document_of([row], instrument)["answers"] == {"seat": seat}
