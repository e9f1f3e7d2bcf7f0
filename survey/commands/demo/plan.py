"""What the demo shows: two waves of the shipped questionnaire, their dates, and how many answers each unit gets."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from instruments.units import Unit, register

SEED = 2026
INSTRUMENT = "sipas-giao-dich"
PUBLISHED, OPEN = "sipas-giao-dich-2026", "sipas-giao-dich-mo"
FIRST, LAST = date(2026, 9, 1), date(2026, 10, 15)
STOPPED = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
CLOSED = datetime(2026, 10, 19, 2, 0, tzinfo=UTC)
APPROVED = datetime(2026, 10, 21, 2, 0, tzinfo=UTC)
OPEN_DAYS = 60

COUNTER = "trung-tam-phuc-vu-hanh-chinh-cong"
"""Where files for departments and central agencies are handed in."""
COMMUNES, AGENCIES = ("phuong", "xa-dac-khu"), ("so-ban-nganh", "nganh-doc")
FEW = {
    "06967": 7,  # an island commune: too few to be shown
    "06757": 16,  # shown without a rank
    "06979": 24,
    "so-ngoai-vu": 6,
    "thanh-tra": 17,
    "ngan-hang-nha-nuoc": 8,
    "kho-bac-nha-nuoc": 21,
}
"""Units with so few answers that they get no rank, or are not shown."""
COMMUNE_ANSWERS, AGENCY_ANSWERS = (40, 84), (32, 90)
ANSWERING = 0.7
LEAST_DRAWN = 24
FRAME_TIMES = (4, 14)
"""Files of the year behind each invitation."""
INTERVIEWED = {"06841": 45, "06856": 50, "06970": 55, "06985": 60, "06994": 50, "07192": 40}
"""Mountain communes and islands where interviewers collect further answers on paper."""
BEGUN = (24, 44)
"""Interviews that each unit of the open wave has already, so that closing it shows something."""

PEOPLE: dict[str, tuple[str, str | None]] = {
    "chuyen-vien": ("method_officer", None),
    "phe-duyet": ("approver", None),
    "phuong-ha-long": ("unit_viewer", "06688"),
}
"""Invented accounts by name: role, and the unit whose result the viewer sees."""


@dataclass(frozen=True, slots=True)
class Target:
    """A unit of the demo: its block, the answers it gets, the invitations drawn and the files they stand for."""

    unit: str
    block: str
    answers: int
    drawn: int
    files: int

    @property
    def is_commune(self) -> bool:
        """Whether people hand in their files there."""
        return self.block in COMMUNES


def units_of_demo(day: date) -> tuple[Unit, ...]:
    """Communes, departments, central agencies and the counter that receives for these, in Vietnamese order."""
    known = register(day).values()
    chosen = (unit for unit in known if unit.block in (*COMMUNES, *AGENCIES) or unit.code == COUNTER)
    return tuple(sorted(chosen, key=lambda unit: (unit.sort_key, unit.code)))


def targets() -> tuple[Target, ...]:
    """How many answers each rated unit gets: seeded, so the same in every demo."""
    luck = Random(SEED)  # noqa: S311 - invented answers must be the same everywhere
    return tuple(_target(unit, luck) for unit in units_of_demo(FIRST) if unit.code != COUNTER)


def _target(unit: Unit, luck: Random) -> Target:
    least, most = COMMUNE_ANSWERS if unit.block in COMMUNES else AGENCY_ANSWERS
    answers = FEW.get(unit.code, luck.randint(least, most))
    drawn = max(LEAST_DRAWN, round(answers / ANSWERING))
    return Target(unit.code, unit.block, answers, drawn, drawn * luck.randint(*FRAME_TIMES))
