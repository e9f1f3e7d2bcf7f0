"""A respondent whose survey is corrected meanwhile: what was begun is finished, what begins is the newer version."""

from flask.testing import FlaskClient
from sqlalchemy import select

from survey.database import Database
from survey.records import Response
from tests.survey.errata import SPELT, corrected, version
from tests.survey.questionnaire import Opened, consent_in
from tests.survey.respond.reading import hidden, text_of


def test_status_tells_an_old_copy_of_the_newer_version(client: FlaskClient, database: Database, wave: Opened) -> None:
    """And that what was begun on the copy may be finished."""
    before = client.get(f"/s/{wave.code}/status").json
    newer = corrected(database, wave, version(2))
    after = client.get(f"/s/{wave.code}/status").json
    assert before
    assert after
    assert (before["instrument"], before["corrects"]) == (wave.instrument, [])
    assert (after["instrument"], after["corrects"]) == (newer, [wave.instrument])


def test_the_stored_page_is_another_one_after_an_erratum(client: FlaskClient, database: Database, wave: Opened) -> None:
    """A browser that kept the old page is sent the new one."""
    first = client.get(f"/s/{wave.code}")
    corrected(database, wave, version(2))
    again = client.get(f"/s/{wave.code}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert SPELT in text_of(again)


def test_a_review_page_of_the_version_before_is_sent_as_it_was_read(
    client: FlaskClient, database: Database, wave: Opened
) -> None:
    """Without script: the answer keeps the version on whose page it was looked over."""
    with database.reading() as tx:
        fields = {"language": "vi", "consent": consent_in(tx), "unit.place": "06652", "a.polite": "5", "asked": "1"}
    review = client.post(f"/s/{wave.code}/check", data=fields | {"unit.office": "so-tai-chinh"})
    corrected(database, wave, version(2))
    assert "Đã nhận phiếu" in text_of(client.post(f"/s/{wave.code}/send", data=hidden(review)))
    with database.reading() as tx:
        assert tx.scalars(select(Response.instrument)).all() == [wave.instrument]
