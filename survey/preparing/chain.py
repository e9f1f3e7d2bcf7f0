"""The approval chain of a wave: who agrees, in order, before its result is public; data that an office decides."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from instruments.tables import read_table
from survey.errors import Refused
from survey.people.accounts import person_named
from survey.people.audit import record
from survey.people.roles import ACTS, Person, demand
from survey.preparing.mistakes import refuse_mistakes
from survey.records import Account, ApprovalStep, Publication, Wave

MOST_STEPS = 8
LONGEST_TITLE, LONGEST_DOCUMENT = 80, 120
APPROVING_ROLES = tuple(role for role, acts in ACTS.items() if "approve_publication" in acts)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A step as an office writes it: its names, the role that takes it, its paper, and the one account that may."""

    title_vi: str
    title_en: str = ""
    role: str = "approver"
    document: str = ""
    account: str = ""


Chain = tuple[ChainStep, ...]
SHORTEST: Chain = (ChainStep("Phê duyệt", "Approval"),)
"""With whoever prepares, two people: the least any wave may have."""
SHIPPED: Chain = (
    ChainStep("Trưởng phòng", "Head of division"),
    ChainStep("Lãnh đạo cơ quan chủ trì", "Leadership of the organising office"),
    ChainStep("Hội đồng thẩm định", "Appraisal council", document="Biên bản họp Hội đồng thẩm định"),
)
"""An officer prepares, these agree; the decision of the people's committee comes last, with its number."""
NAMED: dict[str, Chain] = {"shipped": SHIPPED, "shortest": SHORTEST}
COLUMNS = ("title_vi", "title_en", "role", "document", "account")
"""What an office writes of a step, in a file or on the page."""


def read_chain(data: bytes, name: str) -> Chain:
    """The steps of a CSV, a row a step: `title_vi` and, where wanted, `title_en, role, document, account`."""
    table = read_table(data, name, COLUMNS[:1], COLUMNS[1:], needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    return tuple(ChainStep(**{key: value for key, value in row.cells.items() if value}) for row in table.rows)


def keep_chain(tx: Session, wave: Wave, chain: Chain) -> None:
    """Writes the chain of a wave in the place of any before; refuses one that nobody could go."""
    if not 0 < len(chain) <= MOST_STEPS:
        raise Refused("chain-steps", {"most": MOST_STEPS})
    tx.execute(delete(ApprovalStep).where(ApprovalStep.wave == wave.id))
    tx.add_all(_row(tx, wave, number, step) for number, step in enumerate(chain, start=1))
    named = [step.account for step in chain if step.account]
    twice = next((account for account in named if named.count(account) > 1), None)
    if twice:
        raise Refused("chain-twice", {"account": twice})
    tx.flush()


def change_chain(tx: Session, wave: Wave, chain: Chain, now: datetime, person: Person | None = None) -> None:
    """Gives a wave another chain; refused from the first preparation on, unless the result was sent back."""
    tx.refresh(wave, with_for_update=True)
    if person is not None:
        demand(person, "create_wave", wave.organisation_id)
    under_way = select(Publication.number).where(Publication.wave == wave.id, Publication.returned.is_(False))
    if tx.scalar(under_way.limit(1)) is not None:
        raise Refused("chain-fixed")
    before = len(chain_of(tx, wave))
    keep_chain(tx, wave, chain)
    steps = [f"{step.title_vi} ({step.role})" for step in chain]
    facts = {"wave": wave.code, "steps": steps, "steps_before": before}
    record(tx, person.number if person else None, "approval_chain_changed", facts, now)


def chain_of(tx: Session, wave: Wave) -> tuple[ApprovalStep, ...]:
    """The steps of a wave in order."""
    return tuple(tx.scalars(select(ApprovalStep).where(ApprovalStep.wave == wave.id).order_by(ApprovalStep.step)))


def as_written(tx: Session, wave: Wave) -> Chain:
    """The chain of a wave as an office would write it."""
    names = dict(iter(tx.execute(select(Account.number, Account.name))))
    return tuple(
        ChainStep(one.title_vi, one.title_en, one.role, one.document or "", names.get(one.account or 0, ""))
        for one in chain_of(tx, wave)
    )


def _row(tx: Session, wave: Wave, number: int, step: ChainStep) -> ApprovalStep:
    if not step.title_vi or max(len(step.title_vi), len(step.title_en)) > LONGEST_TITLE:
        raise Refused("chain-title", {"step": number, "longest": LONGEST_TITLE})
    if len(step.document) > LONGEST_DOCUMENT:
        raise Refused("chain-document", {"step": number, "longest": LONGEST_DOCUMENT})
    if step.role not in APPROVING_ROLES:
        raise Refused("chain-role", {"step": number, "role": step.role, "roles": ", ".join(APPROVING_ROLES)})
    return ApprovalStep(
        wave=wave.id,
        step=number,
        role=step.role,
        title_vi=step.title_vi,
        title_en=step.title_en or step.title_vi,
        document=step.document or None,
        account=_account(tx, wave, number, step) if step.account else None,
    )


def _account(tx: Session, wave: Wave, number: int, step: ChainStep) -> int:
    """The number of the account named, which must hold the step's role where the wave belongs."""
    person = person_named(tx, step.account)
    held = person.grants if person else ()
    if person is None or (step.role, wave.organisation_id) not in {(one.role, one.organisation) for one in held}:
        raise Refused("chain-account", {"step": number, "account": step.account, "role": step.role})
    return person.number
