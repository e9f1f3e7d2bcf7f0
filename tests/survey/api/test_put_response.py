"""The door for programs: PUT of a response, its statuses and its problem documents."""

import json
import logging
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case
from survey.preparing.invite import DrawPlan, draw
from survey.records import Response
from tests.ground.house import StillClock
from tests.survey.questionnaire import DOCUMENT, NOW, Opened, consent_in, opened, wave_in


@pytest.fixture
def client(settings: Settings, database: Database, clock: StillClock) -> FlaskClient:
    return create_app(settings, database, clock).test_client()


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys)


@pytest.fixture
def body(database: Database, wave: Opened) -> dict[str, object]:
    with database.reading() as tx:
        paradata = {"language": "vi", "day": "2026-09-15", "consent": consent_in(tx)}
    return {"instrument": wave.instrument, "document": DOCUMENT, "paradata": paradata}


def put(client: FlaskClient, wave: Opened, body: object, identifier: object = None, **headers: str) -> TestResponse:
    data = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.put(f"/api/v1/waves/{wave.code}/responses/{identifier or uuid4()}", data=data, headers=headers)


def code_of(answer: TestResponse) -> tuple[int, str]:
    assert answer.content_type == "application/problem+json"
    assert answer.json
    return answer.status_code, answer.json["code"]


def test_a_response_is_put_once_and_repeated_without_harm(
    client: FlaskClient, wave: Opened, body: dict[str, object]
) -> None:
    """201 the first time, 200 ever after, 409 with other answers."""
    identifier = uuid4()
    statuses = [put(client, wave, body, identifier).status_code for _ in range(3)]
    assert statuses == [201, 200, 200]
    other = body | {"document": {**DOCUMENT, "answers": {"polite": 1}}}
    assert code_of(put(client, wave, other, identifier)) == (409, "different-copy")


@pytest.mark.parametrize(
    "broken", ["", "[]", "{", '{"document": NaN}', '{"document": 1e999}', "[" * 5000, '{"a": "\\ud800"}', b"\xff{}"]
)
def test_what_is_no_json_object_is_refused(client: FlaskClient, wave: Opened, broken: str | bytes) -> None:
    """Endless numbers, half characters and endless nesting included."""
    assert code_of(put(client, wave, broken)) == (400, "not-json")


def test_size_then_origin_then_form_are_asked_first(client: FlaskClient, wave: Opened) -> None:
    """Each refusal hides the next."""
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert code_of(put(client, wave, "x" * 300_000, **foreign)) == (413, "body-too-large")
    assert code_of(put(client, wave, "x", **foreign)) == (403, "foreign-origin")
    assert code_of(put(client, wave, "x")) == (400, "not-json")


def test_a_field_error_is_named_in_both_languages(client: FlaskClient, wave: Opened, body: dict[str, object]) -> None:
    """A program can show it beside the field."""
    answer = put(client, wave, body | {"document": {**DOCUMENT, "answers": {"polite": 9}}})
    assert code_of(answer) == (422, "answers-invalid")
    assert answer.json
    (error,) = answer.json["errors"]
    assert error["place"] == "answers.polite"
    assert set(error["message"]) == {"vi", "en"}


def test_other_refusals_have_their_status(client: FlaskClient, wave: Opened, body: dict[str, object]) -> None:
    """An unknown wave, another version of the questions."""
    nowhere = Opened(wave.id, "nowhere", wave.instrument)
    assert code_of(put(client, nowhere, body)) == (404, "unknown-wave")
    assert code_of(put(client, wave, body | {"instrument": "0" * 64})) == (409, "other-version")


def test_a_program_sends_its_invitation_in_a_header(
    client: FlaskClient, database: Database, keys: Keys, body: dict[str, object]
) -> None:
    """The lost acknowledgement is answered though the code is spent by then."""
    closed_door = opened(database, keys, "chi-moi", open_access=False)
    frame = [Case(f"HS-{number}", None, None, "all", "all", None, {}) for number in range(20)]
    with database.writing() as tx:
        letters = draw(tx, [wave_in(tx, closed_door)], DrawPlan(frame), keys, By(NOW))
    assert code_of(put(client, closed_door, body)) == (403, "invitation-needed")
    header, identifier = {"Authorization": f"Invitation {letters[0].code}"}, uuid4()
    assert put(client, closed_door, body, identifier, **header).status_code == 201
    assert put(client, closed_door, body, identifier, **header).status_code == 200
    assert code_of(put(client, closed_door, body, **header)) == (410, "code-used")
    assert code_of(put(client, closed_door, body, Authorization="Invitation nonsense")) == (410, "code-used")


def test_nothing_of_an_answer_reaches_the_logs(
    client: FlaskClient, database: Database, wave: Opened, body: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    """A canary in each failing path, and a failing database."""
    caplog.set_level(logging.DEBUG)
    canary = "canary-7f3a"
    document = {**DOCUMENT, "answers": {"polite": 9, "wish": canary}}
    put(client, wave, body | {"document": document})
    put(client, wave, f'{{"{canary}')
    with database.writing() as tx:
        wave_in(tx, wave).state = "closed"
    put(client, wave, body | {"document": {**DOCUMENT, "answers": {"wish": canary}}})
    assert canary not in caplog.text
    with database.reading() as tx:
        assert tx.scalars(select(Response.id)).all() == []
