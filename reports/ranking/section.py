"""A part of the annex that has something to say of some blocks, below one heading."""

from collections.abc import Callable, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from reports.paper.page import Heading
from reports.paper.styles import Styles
from reports.tables import BlockTable
from reports.wording import text

SetBlock = Callable[[BlockTable], list[Flowable]]


def section(
    keys: tuple[str, str], tables: Sequence[BlockTable], set_block: SetBlock, room: float, styles: Styles
) -> list[Flowable]:
    """Heading, note, and what is set of each block; nothing where no block has any of it.

    `keys`: the texts of heading and note; `room`: the points of height below which the heading goes to the next page.
    """
    content = [flowable for table in tables for flowable in set_block(table)]
    if not content:
        return []
    heading, note = (text(key, tables[0].language) for key in keys)
    return [CondPageBreak(room), Heading(heading, styles.heading, 0), Paragraph(note, styles.body), *content]
