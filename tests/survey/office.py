"""A small office for the tests of verbs: a tiny questionnaire, four communes, two departments, people, answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.people.roles import Grant, Person
from survey.preparing.chain import SHORTEST
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave, open_wave, wave_by_code
from survey.records import Account, Rating, Response, RoleGrant, Wave

NOW = datetime(2026, 9, 15, 2, 0, tzinfo=UTC)
DAY = date(2026, 9, 15)
HOME = "so-noi-vu"
PASSWORD = "rain over Ha Long bay"
INSTRUMENT = """
code: tiny
version: "1"
title: {vi: Khảo sát nhỏ, en: Tiny survey}
short_title: {vi: Nhỏ, en: Tiny}
intro: {vi: Mời Ông/Bà trả lời., en: Please answer.}
wording: adapted
source: {vi: Để thử, en: For tests}
languages: [vi, en]
minutes: 1
unit_of_analysis: transaction
roles:
  - code: nhan
    label: {vi: Nơi nhận, en: Receiving point}
    question: {vi: Nộp ở đâu?, en: Where did you file?}
    blocks: [phuong]
  - code: giai_quyet
    label: {vi: Nơi giải quyết, en: Deciding office}
    question: {vi: Cơ quan nào giải quyết?, en: Which office decided?}
    blocks: [phuong, so-ban-nganh]
scales:
  - code: sat5
    label: {vi: Hài lòng, en: Satisfaction}
    favourable_from: 4
    options:
      - {code: 1, label: {vi: Rất không hài lòng, en: Very dissatisfied}}
      - {code: 2, label: {vi: Không hài lòng, en: Dissatisfied}}
      - {code: 3, label: {vi: Bình thường, en: Neutral}}
      - {code: 4, label: {vi: Hài lòng, en: Satisfied}}
      - {code: 5, label: {vi: Rất hài lòng, en: Very satisfied}}
sections:
  - code: main
    title: {vi: Câu hỏi, en: Questions}
    roles: [nhan, giai_quyet]
    items:
      - {code: polite, kind: single, scale: sat5, role: nhan, text: {vi: Lịch sự, en: Polite}}
      - {code: prompt, kind: single, scale: sat5, role: giai_quyet, text: {vi: Đúng hẹn, en: On time}}
      - {code: trips, kind: number, text: {vi: Số lần đi lại, en: Trips}, minimum: 0, maximum: 50}
      - {code: wish, kind: text, text: {vi: Góp ý, en: Wish}}
index:
  code: index
  label: {vi: Chỉ số, en: Index}
  official: top2_share
  definition_label:
    top2_share: {vi: Tỷ lệ hài lòng (%), en: Share satisfied (%)}
    mean_percent: {vi: Mức độ hài lòng quy đổi (%), en: Mean satisfaction (%)}
  nodes:
    - {code: index, kind: index, label: {vi: Chỉ số, en: Index}, items: [polite, prompt]}
  access: [invited, interviewer, open]
  blocks:
    - {code: phuong, label: {vi: Phường, en: Wards}, roles: [nhan, giai_quyet]}
    - {code: so-ban-nganh, label: {vi: Sở, en: Departments}, roles: [giai_quyet]}
""".encode()
WARDS = ("06652", "06658", "06661", "06673")
DEPARTMENTS = ("so-tai-chinh", "so-xay-dung")
UNITS = tuple((unit, "phuong") for unit in WARDS) + tuple((unit, "so-ban-nganh") for unit in DEPARTMENTS)


def plan_of(tx: Session, **changes: object) -> WavePlan:
    """The plan of a simulated open wave of the tiny instrument, with these changes."""
    load_register(tx)
    office = organisation_of(tx, HOME)
    version = issue_instrument(tx, INSTRUMENT, "tiny.yaml", office, NOW)
    plan = WavePlan(
        code="tiny-2026",
        instrument_fingerprint=version.fingerprint,
        organisation=office,
        name_vi="Khảo sát nhỏ 2026",
        name_en="Tiny survey 2026",
        period_from=DAY,
        period_to=date(2026, 10, 15),
        units=UNITS,
        simulated=True,
        open_access=True,
        chain=SHORTEST,
    )
    return replace(plan, **changes)  # type: ignore[arg-type] - fields of the plan by name


def opened(database: Database, keys: Keys, **changes: object) -> Wave:
    """An open wave."""
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx, **changes), NOW)
        open_wave(tx, wave, keys, NOW)
    return wave


def person(tx: Session, name: str, role: str, unit: str | None = None) -> Person:
    """Somebody with one role in the home office, who never signs in."""
    office = organisation_of(tx, HOME)
    account = Account(name=name, password="no password fits this")
    account.roles = [RoleGrant(organisation_id=office, role=role, unit=unit)]
    tx.add(account)
    tx.flush()
    return Person(account.number, name, (Grant(role, office, unit),))


def answered(
    tx: Session, wave: Wave, units: Mapping[str, str], answers: Mapping[str, object], **columns: object
) -> UUID:
    """A stored response with its ratings, as submitting writes them."""
    key = uuid4()
    response, ratings = _rows(wave, key, units, answers)
    tx.execute(insert(Response), [{**response, **columns}])
    tx.execute(insert(Rating), ratings)
    return key


def filled(database: Database, keys: Keys, each: int = 40, **changes: object) -> Wave:
    """An open wave in which every ward was rated by `each` people, the better the later it stands in the list."""
    wave = opened(database, keys, **changes)
    rows = [_rows(wave, uuid4(), *_opinion(place, number)) for place in range(len(WARDS)) for number in range(each)]
    with database.writing() as tx:
        tx.execute(insert(Response), [response for response, _ in rows])
        tx.execute(insert(Rating), [rating for _, ratings in rows for rating in ratings])
    return wave


def _opinion(place: int, number: int) -> tuple[dict[str, str], dict[str, object]]:
    satisfied = number % (len(WARDS) + 2) < place + 2
    holder = WARDS[place] if number % 2 else DEPARTMENTS[number // 2 % 2]
    answers = {"polite": 4 if satisfied else 2, "prompt": 5 if satisfied else 3, "trips": number % 3}
    return {"nhan": WARDS[place], "giai_quyet": holder}, dict(answers)


def _rows(
    wave: Wave, key: UUID, units: Mapping[str, str], answers: Mapping[str, object]
) -> tuple[dict[str, object], list[dict[str, object]]]:
    text = canonical({"units": dict(units), "answers": dict(answers)}).decode()
    fixed = {"day": DAY, "language": "vi", "mode": "web", "access": "open", "digest": "0" * 64}
    response = {**fixed, "id": key, "wave": wave.id, "instrument": wave.instrument, "answers": text}
    roles = {unit: sorted(role for role, holder in units.items() if holder == unit) for unit in units.values()}
    ratings = [
        {"response": key, "wave": wave.id, "unit": unit, "roles": ";".join(held)} for unit, held in roles.items()
    ]
    return response, ratings


def found(tx: Session) -> Wave:
    """The wave of the tests, as the database has it now."""
    return wave_by_code(tx, "tiny-2026")
