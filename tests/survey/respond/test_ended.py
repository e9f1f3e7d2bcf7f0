"""Before its first day and after its last a survey says so, and asks nobody."""

import re

from flask.testing import FlaskClient

from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from tests.survey.questionnaire import NOW, Opened, wave_in
from tests.survey.respond.letters import invited
from tests.survey.respond.reading import text_of


def test_a_stopped_survey_asks_nobody(client: FlaskClient, database: Database, wave: Opened) -> None:
    """Whoever comes without script reads that it has ended, not forty questions whose answers nobody takes."""
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
    pages = {language: client.get(f"/s/{wave.code}/{language}").text for language in ("vi", "en")}
    assert "Đợt khảo sát đã kết thúc ngày 15/09/2026. Cảm ơn Ông/Bà.</div>" in pages["vi"]
    assert "The survey ended on 15/09/2026. Thank you.</div>" in pages["en"]
    assert [bool(re.search(r'<form id="form"[^>]* hidden>', page)) for page in pages.values()] == [True, True]


def test_a_survey_to_come_names_its_first_day(
    client: FlaskClient, database: Database, keys: Keys, wave: Opened
) -> None:
    """“From” that day on: it is the first one open."""
    code = invited(database, keys, wave)
    with database.writing() as tx:
        wave_in(tx, wave).state = "draft"
    assert "quay lại từ ngày 01/09/2026" in text_of(client.get(f"/i/{code}"))


def test_a_code_typed_too_late_speaks_of_no_answers(
    client: FlaskClient, database: Database, keys: Keys, wave: Opened
) -> None:
    """Who only typed a code has nothing kept on the device."""
    code = invited(database, keys, wave)
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
    late = client.post("/i", data={"code": code})
    assert late.status_code == 410
    assert "Đợt khảo sát đã kết thúc ngày 15/09/2026. Cảm ơn Ông/Bà." in text_of(late)
