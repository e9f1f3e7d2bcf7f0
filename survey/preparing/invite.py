"""Draws invitations from a frame, and writes their codes and links."""

import csv
import io
import os
import random
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from instruments.tables import plain_cell
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.codes import ALPHABET, code_of, lookup_of, spaced
from survey.preparing.design import Design, rows_by_cell, store_design
from survey.preparing.frame import CONTACT, Case
from survey.preparing.groups import demand_large_groups
from survey.preparing.states import demand_state
from survey.records import Drawing, FrameEntry, Invitation, InvitationWave, Stratum, Wave

LABEL_LETTERS = 6
_BETWEEN_DIGITS = re.compile(r"[ .()\-]")
_INTERNATIONAL = re.compile(r"\+[0-9]{6,15}")
INVITING = ("draft", "trial", "open")


@dataclass(frozen=True, slots=True)
class DrawPlan:
    """The frame, the sizes of its cells where they are not its rows, how many to draw from a cell (None: all), seed."""

    cases: Sequence[Case]
    sizes: Mapping[str, int] | None = None
    per_cell: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation to print or send: the case, its code, and how to reach the person."""

    case: str
    code: str
    contact: Mapping[str, str]


def draw(tx: Session, waves: Sequence[Wave], plan: DrawPlan, keys: Keys, by: By) -> list[Letter]:
    """Draws cases, makes an invitation for each that is good once in every wave, and keeps the counts of the design.

    A simple random sample of `per_cell` cases in each cell, the same for the same seed; the whole frame without it.
    Refuses (cells-too-small, proposing merges) where a cell has under 20 invitations, or a PSU or a combination of
    unit, cell and PSU under 10; (already-drawn) a second drawing; (wrong-state) a wave that is stopped or closed.
    """
    for wave in waves:
        _demand_drawable(tx, wave)
    drawn = sampled(plan)
    demand_large_groups(drawn)
    key = os.urandom(32)
    letters = _store_invitations(tx, waves, drawn, key, keys)
    sizes = plan.sizes or rows_by_cell(plan.cases)
    for wave, psus in letters.psus:
        store_design(tx, wave, Design(plan.cases, drawn, sizes, psus))
    facts = {"waves": [wave.code for wave in waves], "frame": len(plan.cases), "drawn": len(drawn)}
    record(tx, by.actor, "invitations_drawn", facts, by.now)
    return letters.letters


def sampled(plan: DrawPlan) -> list[Case]:
    """The cases drawn, in the order of the frame."""
    if plan.per_cell is None:
        return list(plan.cases)
    places: dict[str, list[int]] = {}
    for place, case in enumerate(plan.cases):
        places.setdefault(case.cell, []).append(place)
    chosen: set[int] = set()
    for cell in sorted(places):
        dice = random.Random(f"{plan.seed}:{cell}")  # noqa: S311 - a sample to be repeated from its seed, no secret
        chosen.update(dice.sample(places[cell], min(plan.per_cell, len(places[cell]))))
    return [plan.cases[place] for place in sorted(chosen)]


def letters_of(tx: Session, wave: Wave, keys: Keys) -> list[Letter]:
    """All letters of a wave again, derived from the keys of its drawings, by case."""
    rows = tx.execute(
        select(Invitation.id, FrameEntry, Drawing.key)
        .join(InvitationWave, InvitationWave.invitation == Invitation.id)
        .join(FrameEntry, FrameEntry.id == Invitation.frame_entry)
        .join(Drawing, Drawing.id == FrameEntry.drawing)
        .where(InvitationWave.wave == wave.id)
    )
    letters = [
        Letter(entry.case, code_of(keys.unseal("drawing", key), invitation), _contact_of(entry))
        for invitation, entry, key in rows
    ]
    return sorted(letters, key=lambda letter: letter.case)


def codes(letters: Sequence[Letter], public_url: str) -> bytes:
    """The letters as a CSV in UTF-8 with columns `case, code, link` and the contact columns.

    A phone that begins with its country's code, +84 912…, is written as digits alone: a spreadsheet takes the sign for
    a formula, and a sender of messages knows no apostrophe before it.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(("case", "code", "link", *CONTACT))
    for letter in letters:
        contact = (_CONTACT.get(column, plain_cell)(letter.contact.get(column, "")) for column in CONTACT)
        writer.writerow((plain_cell(letter.case), spaced(letter.code), f"{public_url}/i/{letter.code}", *contact))
    return sheet.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Stored:
    letters: list[Letter]
    psus: list[tuple[Wave, dict[str, str]]]
    """For each wave the random label of each PSU of the frame."""


def _demand_drawable(tx: Session, wave: Wave) -> None:
    demand_state(wave, INVITING)
    if tx.scalar(select(Stratum.code).where(Stratum.wave == wave.id).limit(1)):
        raise Refused("already-drawn", {"wave": wave.code})


def _store_invitations(tx: Session, waves: Sequence[Wave], drawn: Sequence[Case], key: bytes, keys: Keys) -> _Stored:
    drawing = Drawing(organisation_id=waves[0].organisation_id, key=keys.seal("drawing", key))
    tx.add(drawing)
    tx.flush()
    psus = [(wave, _labels(drawn)) for wave in waves]
    pairs = [(uuid4(), uuid4(), case) for case in drawn]
    letters = [Letter(case.case, code_of(key, invitation), case.contact) for _entry, invitation, case in pairs]
    hashes = {invitation: lookup_of(key, code_of(key, invitation)) for _entry, invitation, _case in pairs}
    pairs.sort(
        key=lambda pair: pair[1]
    )  # by random key: the order of rows shall tell nothing of the order of the frame
    tx.execute(insert(FrameEntry), [_entry_row(entry, drawing.id, case) for entry, _invitation, case in pairs])
    tx.execute(
        insert(Invitation),
        [{"id": one, "frame_entry": entry, "lookup": hashes[one], "delivery": "drawn"} for entry, one, _ in pairs],
    )
    good = [_good_row(one, wave, case, labels) for wave, labels in psus for _entry, one, case in pairs]
    tx.execute(insert(InvitationWave), good)
    return _Stored(letters, psus)


def _entry_row(entry: UUID, drawing: UUID, case: Case) -> dict[str, object]:
    contact = {column: case.contact.get(column) for column in CONTACT}
    return {"id": entry, "drawing": drawing, "case": case.case, **contact}


def _good_row(invitation: UUID, wave: Wave, case: Case, psus: Mapping[str, str]) -> dict[str, object]:
    psu = psus[case.psu] if case.psu else None
    labels = {"unit": case.unit, "role": case.role, "cell": case.cell, "psu": psu}
    return {"invitation": invitation, "wave": wave.id, **labels, "state": "unused"}


def _labels(drawn: Sequence[Case]) -> dict[str, str]:
    """A fresh random label for each PSU, so that waves cannot be matched by it."""
    labels: dict[str, str] = {}
    for psu in sorted({case.psu for case in drawn if case.psu}):
        label = _label()
        while label in labels.values():
            label = _label()
        labels[psu] = label
    return labels


def _label() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LABEL_LETTERS))


def _contact_of(entry: FrameEntry) -> dict[str, str]:
    return {column: value for column in CONTACT if (value := getattr(entry, column))}


def _dialled(phone: str) -> str:
    """A number that begins with its country's code, +84 912 345 678, as digits alone: 84912345678."""
    digits = _BETWEEN_DIGITS.sub("", phone.replace("(0)", ""))
    return digits.removeprefix("+") if _INTERNATIONAL.fullmatch(digits) else plain_cell(phone)


_CONTACT: Mapping[str, Callable[[str], str]] = {"phone": _dialled}
