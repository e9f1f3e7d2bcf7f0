"""Which published figures stand: confirmed ones, the newest file first; the rest wait or were replaced."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.records import HistoryConfirmation, HistoryFigure, HistoryFile


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure with its file and the state it is in.

    `shown`: confirmed, and of no newer confirmed file; `waiting`: not confirmed; `replaced`.
    """

    figure: HistoryFigure
    file: HistoryFile
    confirmation: HistoryConfirmation | None
    state: str


def standings(tx: Session, organisation: UUID) -> list[Standing]:
    """The figures of an organisation, by index, year and place in their file, the oldest file first."""
    rows = (
        select(HistoryFigure, HistoryFile, HistoryConfirmation)
        .join(HistoryFile, HistoryFile.id == HistoryFigure.file)
        .outerjoin(HistoryConfirmation, HistoryConfirmation.file == HistoryFile.id)
        .where(HistoryFile.organisation_id == organisation)
        .order_by(HistoryFigure.measure, HistoryFigure.year, HistoryFile.number, HistoryFigure.row)
    )
    found = [(row[0], row[1], row[2]) for row in tx.execute(rows)]
    newest = {_key(figure): file.id for figure, file, confirmation in found if confirmation}
    return [
        Standing(figure, file, confirmation, _state(file.id == newest.get(_key(figure)), confirmation))
        for figure, file, confirmation in found
    ]


def shown(tx: Session, organisation: UUID) -> list[HistoryFigure]:
    """The figures that stand, by index and year."""
    return [one.figure for one in standings(tx, organisation) if one.state == "shown"]


def _key(figure: HistoryFigure) -> tuple[str, int, str]:
    return figure.measure, figure.year, figure.unit or figure.unit_name


def _state(is_newest: bool, confirmation: HistoryConfirmation | None) -> str:  # noqa: FBT001 - the two facts it is made of
    if is_newest:
        return "shown"
    return "replaced" if confirmation else "waiting"
