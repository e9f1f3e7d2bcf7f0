"""The stages of criteria: what a file says of each, whether others have appraised it or not."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from instruments.tables import read_table
from survey import blobs
from survey.collecting.hard.template import CRITERIA, NAME, UNIT, columns_of
from survey.records import HardFile

_KEYS = (UNIT, NAME, "indicator")


def says_something(cells: Mapping[str, str]) -> bool:
    """Whether more is filled in than which unit and which criterion."""
    return any(cell for column, cell in cells.items() if column not in _KEYS)


def stages_of(tx: Session, file: HardFile) -> list[dict[str, str]]:
    """The rows of a file of criteria that say something, as they were brought in; none of any other file."""
    if file.template != CRITERIA:
        return []
    table = read_table(blobs.load(tx, file.blob), file.template, columns_of(CRITERIA), (NAME,))
    return [row.cells for row in table.rows if says_something(row.cells)]


def left_out(tx: Session, file: HardFile) -> set[tuple[str, str]]:
    """Units and criteria of a file that were declared not to apply to them."""
    return {(cells[UNIT], cells["indicator"]) for cells in stages_of(tx, file) if cells["not_applicable"]}
