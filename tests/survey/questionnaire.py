"""A small questionnaire with a gate, and an office with a wave open on it, for the tests of answering."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.collecting.submit import Channel, Outcome, Submission, submit
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave, open_wave
from survey.records import ConsentText, Wave
from tests.ground.files import replaced

NOW = datetime(2026, 9, 15, 2, 0, tzinfo=UTC)
DAY = date(2026, 9, 15)
WARDS = ("06652", "06658", "06661")
DEPARTMENTS = ("so-tai-chinh", "so-tu-phap")
UNITS = tuple((unit, "phuong") for unit in WARDS) + tuple((unit, "so-ban-nganh") for unit in DEPARTMENTS)
ANSWERS = {"polite": 5, "prompt": 4, "asked_help": 1, "helped": 2}
DOCUMENT = {"units": {"place": "06652", "office": "so-tai-chinh"}, "answers": ANSWERS}
INSTRUMENT = """
code: phieu-nho
version: "1"
title: {vi: Phiếu nhỏ về phục vụ, en: A small form about service}
short_title: {vi: Phiếu nhỏ, en: Small form}
intro: {vi: Mời Ông/Bà cho ý kiến., en: Please tell us.}
wording: adapted
source: {vi: Để thử, en: For tests}
languages: [vi, en]
minutes: 2
unit_of_analysis: transaction
roles:
  - code: place
    label: {vi: Nơi tiếp nhận, en: Receiving point}
    question: {vi: Ông/Bà nộp hồ sơ ở đâu?, en: Where did you hand in your file?}
    blocks: [phuong]
  - code: office
    label: {vi: Cơ quan giải quyết, en: Deciding office}
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
  - code: service
    title: {vi: Phục vụ, en: Service}
    roles: [place, office]
    items:
      - code: polite
        kind: single
        scale: sat5
        role: place
        required: true
        text: {vi: Cán bộ lịch sự, en: Officials are polite}
      - code: prompt
        kind: single
        scale: sat5
        role: office
        text: {vi: Kết quả đúng hẹn, en: The result was on time}
  - code: help
    title: {vi: Hướng dẫn, en: Guidance}
    items:
      - code: asked_help
        kind: single
        text: {vi: Ông/Bà có hỏi cán bộ không?, en: Did you ask for help?}
        options:
          - {code: 1, label: {vi: Có, en: "Yes"}}
          - {code: 2, label: {vi: Không, en: "No"}}
      - code: helped
        kind: single
        scale: sat5
        when: {"==": [{var: asked_help}, 1]}
        text: {vi: Câu trả lời dễ hiểu, en: The answer was clear}
  - code: more
    title: {vi: Thêm, en: More}
    items:
      - code: channels
        kind: multiple
        text: {vi: Ông/Bà biết tin qua đâu?, en: How did you learn of it?}
        options:
          - {code: 1, label: {vi: Loa phường, en: Loudspeaker}}
          - {code: 2, label: {vi: Qua mạng, en: Online}}
      - code: trips
        kind: number
        minimum: 0
        maximum: 50
        none: [unknown]
        text: {vi: Ông/Bà đi mấy lần?, en: How many trips?}
      - {code: wish, kind: text, max_length: 200, text: {vi: Ý kiến khác, en: Anything else}}
index:
  code: index
  label: {vi: Chỉ số, en: Index}
  official: top2_share
  definition_label:
    top2_share: {vi: Tỷ lệ hài lòng (%), en: Share satisfied (%)}
    mean_percent: {vi: Mức độ hài lòng quy đổi (%), en: Mean satisfaction (%)}
  nodes:
    - {code: index, kind: index, label: {vi: Chỉ số, en: Index}, items: [polite, prompt]}
  blocks:
    - {code: phuong, label: {vi: Khối phường, en: Wards}, roles: [place, office]}
    - {code: so-ban-nganh, label: {vi: Khối sở, en: Departments}, roles: [office]}
""".encode()


@dataclass(frozen=True)
class Opened:
    """A wave that is open: its key in the database, its code, and the fingerprint of its questions."""

    id: UUID
    code: str
    instrument: str


def asking(*changes: tuple[str, str]) -> bytes:
    """The file of the questionnaire with some of its words replaced."""
    return replaced(INSTRUMENT.decode(), *changes).encode()


def opened(
    database: Database, keys: Keys, code: str = "dot-thu", file: bytes = INSTRUMENT, **changes: object
) -> Opened:
    """A wave on the small questionnaire, open to everybody on 15 September 2026 unless changed."""
    with database.writing() as tx:
        load_register(tx)
        office = organisation_of(tx, "so-noi-vu")
        version = issue_instrument(tx, file, "phieu-nho.yaml", office, NOW)
        plan = WavePlan(
            code=code,
            instrument_fingerprint=version.fingerprint,
            organisation=office,
            name_vi="Đợt nhỏ",
            name_en="Small wave",
            period_from=date(2026, 9, 1),
            period_to=date(2026, 9, 30),
            units=UNITS,
            open_access=True,
        )
        wave = create_wave(tx, replace(plan, **changes), NOW)
        open_wave(tx, wave, keys, NOW)
        return Opened(wave.id, wave.code, wave.instrument)


def wave_in(tx: Session, wave: Opened) -> Wave:
    """The row of a wave."""
    return tx.get_one(Wave, wave.id)


def consent_in(tx: Session, language: str = "vi") -> str:
    """The mark of the consent text shown."""
    return tx.scalars(select(ConsentText.mark).where(ConsentText.language == language)).one()


def submission(wave: Opened, consent: str, identifier: UUID | None = None, **document: object) -> Submission:
    """What a device sends; parts of the document may be replaced."""
    paradata = {"language": "vi", "seconds": 95, "day": "2026-09-15", "consent": consent}
    return Submission(identifier or uuid4(), wave.instrument, DOCUMENT | document, paradata)


def sent(database: Database, wave: Opened, given: Submission, channel: Channel | None = None) -> Outcome:
    """The outcome of sending a submission at nine in the morning of 15 September, committed."""
    with database.writing() as tx:
        return submit(tx, wave_in(tx, wave), given, channel or Channel(), NOW)
