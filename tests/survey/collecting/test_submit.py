"""A response comes in: stored once, in the agreed order of checks, without a trace of who sent it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from threading import Thread
from uuid import UUID, uuid1, uuid4

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.collecting.submit import Channel, Outcome, identifier_hash, submit
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.records import Rating, Response, Wave, Withdrawal
from tests.survey.questionnaire import NOW, Opened, consent_in, opened, sent, submission, wave_in


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys)


@pytest.fixture
def consent(database: Database, wave: Opened) -> str:
    assert wave
    with database.reading() as tx:
        return consent_in(tx)


@dataclass(frozen=True)
class Sending:
    """A submission that arrives some days after it was given."""

    database: Database
    wave: Opened
    consent: str

    def later(self, days: int, **paradata: object) -> tuple[str, UUID]:
        """The outcome and the identifier of a submission arriving that many days later."""
        given = submission(self.wave, self.consent)
        given = replace(given, paradata={**given.paradata, **paradata})
        with self.database.writing() as tx:
            outcome = submit(tx, wave_in(tx, self.wave), given, Channel(), NOW + timedelta(days=days))
        return outcome.status, given.identifier


@pytest.fixture
def sending(database: Database, wave: Opened, consent: str) -> Sending:
    return Sending(database, wave, consent)


def change(database: Database, wave: Opened, **values: object) -> None:
    with database.writing() as tx:
        tx.execute(update(Wave).where(Wave.id == wave.id).values(**values))


def count(tx: Session) -> int:
    return tx.scalar(select(func.count()).select_from(Response)) or 0


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value


def test_a_response_is_stored_with_its_day_and_one_rating_a_unit(
    database: Database, wave: Opened, consent: str
) -> None:
    """Seconds are rounded up to 30; the two units of two roles make two ratings."""
    given = submission(wave, consent)
    assert sent(database, wave, given) == Outcome("stored")
    with database.reading() as tx:
        row = tx.get_one(Response, given.identifier)
        assert (row.day, row.seconds, row.mode, row.access) == (date(2026, 9, 15), 120, "web", "open")
        assert row.answers.startswith('{"answers":{"asked_help":1,"helped":2')
        ratings = tx.execute(select(Rating.unit, Rating.roles).order_by(Rating.unit)).all()
    assert ratings == [("06652", "place"), ("so-tai-chinh", "office")]


def test_a_unit_in_two_roles_is_rated_once(database: Database, wave: Opened, consent: str) -> None:
    """Its roles are sorted and joined."""
    sent(database, wave, submission(wave, consent, units={"place": "06652", "office": "06652"}))
    with database.reading() as tx:
        assert tx.execute(select(Rating.unit, Rating.roles)).all() == [("06652", "office;place")]


def test_the_same_again_is_accepted_quietly_even_after_the_end(database: Database, wave: Opened, consent: str) -> None:
    """A lost acknowledgement is answered whatever happened to the wave since."""
    given = submission(wave, consent)
    sent(database, wave, given)
    change(database, wave, state="closed", closed=date(2026, 10, 1))
    assert sent(database, wave, replace(given, paradata={}, instrument="")) == Outcome("already")
    with database.reading() as tx:
        assert count(tx) == 1


def test_other_answers_under_a_known_identifier_are_refused(database: Database, wave: Opened, consent: str) -> None:
    """The copy that came first counts."""
    given = submission(wave, consent)
    sent(database, wave, given)
    other = submission(wave, consent, given.identifier, answers={"polite": 1})
    assert refusal(lambda: sent(database, wave, other)).status == 409


def test_a_withdrawn_identifier_is_never_stored_again(database: Database, wave: Opened, consent: str) -> None:
    """Only a hash of it remains, and that is enough."""
    given = submission(wave, consent)
    with database.writing() as tx:
        tx.add(Withdrawal(wave=wave.id, identifier_hash=identifier_hash(given.identifier)))
    assert refusal(lambda: sent(database, wave, given)).code == "withdrawn"


def test_a_wave_not_open_yet_says_from_when(database: Database, wave: Opened, consent: str) -> None:
    """The period begins on 1 September."""
    change(database, wave, state="draft")
    refused = refusal(lambda: sent(database, wave, submission(wave, consent)))
    assert (refused.status, refused.words) == (410, {"day": "01/09/2026"})


@pytest.mark.parametrize(
    ("given_on", "days_later", "expected"),
    [
        ("2026-09-15", 3, "stored"),
        ("2026-09-16", 2, "wave-ended"),
        ("2026-09-15", 4, "wave-ended"),
        (None, 1, "wave-ended"),
    ],
)
def test_a_stopped_wave_takes_what_was_given_before_for_three_days(
    sending: Sending, given_on: str | None, days_later: int, expected: str
) -> None:
    """Stopped on the 15th: an answer of that day is taken until the 18th, one of the 16th is not."""
    change(sending.database, sending.wave, state="stopped", stopped=date(2026, 9, 15))

    def arrive() -> str:
        return sending.later(days_later, day=given_on)[0]

    assert (arrive() if expected == "stored" else refusal(arrive).code) == expected


def test_the_state_is_asked_before_the_answers_are_looked_at(database: Database, wave: Opened) -> None:
    """A broken answer to an ended wave hears that the wave ended."""
    change(database, wave, state="closed", closed=date(2026, 9, 10))
    assert refusal(lambda: sent(database, wave, submission(wave, "", answers={"nonsense": 1}))).code == "wave-ended"


def test_answers_are_looked_at_before_the_invitation(database: Database, keys: Keys) -> None:
    """Broken answers spend no code and hear of their fields; the places are named."""
    closed_door = opened(database, keys, "chi-moi", open_access=False)
    with database.reading() as tx:
        mark = consent_in(tx)
    broken = submission(closed_door, mark, answers={"polite": 9})
    refused = refusal(lambda: sent(database, closed_door, broken))
    assert (refused.status, [place for place, _ in refused.places]) == (422, ["answers.polite"])
    assert refusal(lambda: sent(database, closed_door, submission(closed_door, mark))).code == "invitation-needed"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"consent": None}, "paradata.consent"),
        ({"consent": "00000000"}, "paradata.consent"),
        ({"language": "fr"}, "paradata.language"),
        ({"seconds": -1}, "paradata.seconds"),
        ({"seconds": True}, "paradata.seconds"),
        ({"item_order": 256}, "paradata.item_order"),
    ],
)
def test_paradata_out_of_form_are_named(
    database: Database, wave: Opened, consent: str, changes: dict[str, object], place: str
) -> None:
    """Without consent to the very text shown, nothing is stored."""
    given = submission(wave, consent)
    refused = refusal(lambda: sent(database, wave, replace(given, paradata={**given.paradata, **changes})))
    assert [where for where, _ in refused.places] == [place]


def test_an_identifier_that_carries_a_time_is_refused(database: Database, wave: Opened, consent: str) -> None:
    """Only the random version 4 is taken."""
    refused = refusal(lambda: sent(database, wave, submission(wave, consent, uuid1())))
    assert [place for place, _ in refused.places] == ["identifier"]


def test_an_answer_off_the_route_is_refused_not_trimmed(database: Database, wave: Opened, consent: str) -> None:
    """Who did not ask for help cannot say how clear the help was."""
    off = submission(wave, consent, answers={"polite": 5, "asked_help": 2, "helped": 5})
    assert [place for place, _ in refusal(lambda: sent(database, wave, off)).places] == ["answers.helped"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-09-14", "2026-09-17"),
        ("2026-09-16", "2026-09-16"),
        ("2026-09-30", "2026-09-17"),
        ("soon", "2026-09-17"),
    ],
)
def test_the_day_is_the_devices_between_opening_and_today(sending: Sending, given: str, kept: str) -> None:
    """Opened on the 15th, arriving on the 17th: other days of the device become the 17th."""
    _status, identifier = sending.later(2, day=given)
    with sending.database.reading() as tx:
        assert tx.get_one(Response, identifier).day == date.fromisoformat(kept)


def test_racing_copies_of_one_response_are_stored_once(database: Database, wave: Opened, consent: str) -> None:
    """Eight at the same moment: one is stored, seven hear that it is stored already."""
    given = submission(wave, consent)
    statuses: list[str] = []

    def race() -> None:
        statuses.append(sent(database, wave, given).status)

    racers = [Thread(target=race) for _ in range(8)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sorted(statuses) == ["already"] * 7 + ["stored"]


def test_an_unknown_identifier_of_any_shape_finds_nothing(database: Database, wave: Opened, consent: str) -> None:
    """Two people with the same answers are two responses."""
    sent(database, wave, submission(wave, consent, uuid4()))
    sent(database, wave, submission(wave, consent, UUID("12345678-1234-4234-8234-123456789012")))
    with database.reading() as tx:
        assert count(tx) == 2
