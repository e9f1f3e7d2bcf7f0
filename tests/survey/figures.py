"""A wave whose index has hard figures, and people who bring them in and confirm them."""

from survey.closing.confirm_hard import Confirmation, Confirmed, confirm_hard
from survey.collecting.hard.bring import BroughtIn, HardData, bring_in
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.people.roles import Person
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave
from tests.survey.office import DAY, HOME, INSTRUMENT, NOW, found, person

WARDS = ("06652", "06658", "06661")
HARD = """
  indicators:
    - {code: polite, recode: pct_top2}
    - {code: prompt, recode: pct_top2}
    - code: on_time
      label: {vi: Hồ sơ đúng hạn, en: Files on time}
      source: hard
      recode: value
      goalposts: [0, 1]
      template: ho_so_tthc
      numerator: on_time
      denominator: received
    - code: late
      label: {vi: Hồ sơ trễ hạn, en: Files late}
      source: hard
      recode: value
      direction: -1
      goalposts: [0, 500]
      template: ho_so_tthc
      numerator: late
    - code: settled
      label: {vi: Kiến nghị xong trong quý, en: Requests settled}
      source: hard
      recode: value
      goalposts: [0, 1]
      template: kien_nghi
      numerator: in_quarter
      denominator: received
    - code: dti
      label: {vi: Chỉ số chuyển đổi số, en: Digital index}
      source: appraised
      recode: value
      goalposts: [0, 1]
      template: generic
"""
WITH_HARD = (
    INSTRUMENT.decode()
    .replace("code: tiny\n", "code: tiny-hard\n", 1)
    .replace("official: top2_share", "official: indicators")
    .replace("    top2_share: {", "    indicators: {")
    .replace("items: [polite, prompt]}", "items: [polite, prompt, on_time, late, settled, dti]}")
    .replace("  nodes:\n", f"{HARD.lstrip(chr(10))}  nodes:\n", 1)
    .encode()
)
WITH_CRITERIA = WITH_HARD.replace(b"template: generic", b"template: tieu_chi")
"""The same with a criterion that units assess themselves."""
FILES = "unit,received,on_time,late,online,paid_online\n06652,120,108,12,60,30\n06658,80,80,0,40,0\n06661,0,0,0,0,0\n"


def planned(database: Database, file: bytes = WITH_HARD) -> None:
    """The wave `tiny-2026` of three wards, in draft, with an index of answers and hard figures."""
    with database.writing() as tx:
        load_register(tx)
        office = organisation_of(tx, HOME)
        version = issue_instrument(tx, file, "tiny-hard.yaml", office, NOW)
        plan = WavePlan(
            code="tiny-2026",
            instrument_fingerprint=version.fingerprint,
            organisation=office,
            name_vi="Khảo sát nhỏ",
            name_en="Tiny survey",
            period_from=DAY,
            period_to=DAY,
            units=tuple((ward, "phuong") for ward in WARDS),
            open_access=True,
        )
        create_wave(tx, plan, NOW)


class Desk:
    """An officer who brings files in, and an approver; each act in a transaction of its own."""

    def __init__(self, database: Database, keys: Keys) -> None:
        self.database = database
        self.keys = keys
        with database.writing() as tx:
            self.officer = person(tx, "lan", "method_officer")
            self.approver = person(tx, "binh", "approver")

    def bring(
        self, text: str = FILES, template: str = "ho_so_tthc", source: str = "Báo cáo 45", by: Person | None = None
    ) -> BroughtIn:
        """The file, brought in."""
        given = HardData(template, f"{template}.csv", text.encode(), source, "9 tháng năm 2026")
        with self.database.writing() as tx:
            return bring_in(tx, found(tx), given, NOW, by or self.officer)

    def confirm(self, mark: str, by: Person | None = None, reason: str = "") -> Confirmed:
        """The file, confirmed."""
        with self.database.writing() as tx:
            return confirm_hard(tx, found(tx), Confirmation(by or self.approver, mark, reason), self.keys, NOW)

    def both(self, text: str = FILES, template: str = "ho_so_tthc", source: str = "Báo cáo 45") -> None:
        """The file, brought in and confirmed."""
        self.confirm(self.bring(text, template, source).file.blob)

    def hire(self, name: str, role: str) -> Person:
        """One more person."""
        with self.database.writing() as tx:
            return person(tx, name, role)
