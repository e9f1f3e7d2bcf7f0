"""The table of comments on a draft instrument: who proposed what, and what came of it; as a paper and as a CSV."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, groupby
from typing import Literal

from docx.document import Document as Paper
from docx.shared import Length
from docx.table import _Row

from instruments.model import Instrument
from reports.open_data import written
from reports.word.heading import Head, closing, head, title
from reports.word.sheet import blank, saved, width_of
from reports.word.writing import CENTRE, Look, body, more, repeat, say, table, write
from reports.wording import day, label, text

COLUMNS = ("comments_number", "comments_item", "comments_unit", "comments_proposal", "comments_result")
SHARES = (0.05, 0.23, 0.17, 0.29, 0.26)
"""Widths of the columns as parts of the page's."""
HEADING, NUMBER, WORDS = Look(12, bold=True, align=CENTRE), Look(12, align=CENTRE), Look(12)
STRONG, FAINT = Look(12, bold=True), Look(12, italic=True)
CSV_COLUMNS = ("number", "unit", "item", "proposal", "received", "decision", "answer")
CSV_WORDS = {"accepted": "tiếp thu", "explained": "giải trình"}
"""How a decision is written in a CSV that an officer fills in."""
Outcome = Literal["accepted", "explained"]


@dataclass(frozen=True, slots=True)
class Comment:
    """One proposal to one item of the draft, or to the whole (None), and what came of it where somebody decided."""

    number: int
    unit: str
    sort_key: str
    item: str | None
    proposal: str
    received: date
    outcome: Outcome | None
    answer: str


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments on a draft, the office that asked for them, and the days between which it did."""

    draft: Instrument
    head: Head
    opened: date
    due: date
    made: date
    comments: tuple[Comment, ...]

    def is_late(self, comment: Comment) -> bool:
        """Whether a comment came after the day asked for."""
        return comment.received > self.due


def comments_docx(of: Comments, language: str = "vi") -> bytes:
    """The table as a paper for officers to edit, number and have signed: the form of Decree 30/2020, A4 landscape."""
    kind = text("comments_title", language)
    about = text("comments_about", language, title=label(of.draft.short_title, language), version=of.draft.version)
    paper = blank(f"{kind} {about}", language, of.made, is_landscape=True)
    head(paper, of.head, language)
    title(paper, kind, about, text("comments_attached", language))
    for sentence in _summary(of, language):
        body(paper, sentence)
    if of.comments:
        _table(paper, of, language)
    closing(paper, language)
    return saved(paper)


def comments_csv(of: Comments) -> bytes:
    """The comments for a spreadsheet; its last two columns, filled in, are what `consultation answer` reads."""
    rows = [
        (one.number, one.unit, one.item or "", one.proposal, one.received.isoformat(), _csv_word(one), one.answer)
        for one in of.comments
    ]
    return written([CSV_COLUMNS, *rows], "vi", "excel")


def _csv_word(one: Comment) -> str:
    return CSV_WORDS[one.outcome] if one.outcome else ""


def _summary(of: Comments, language: str) -> Iterator[str]:
    opened, due = day(of.opened, language), day(of.due, language)
    yield text("comments_sent", language, agency=of.head.agency, opened=opened, due=due)
    if not of.comments:
        yield text("comments_none", language)
        return
    outcomes = [one.outcome for one in of.comments]
    yield text(
        "comments_counts",
        language,
        units=str(len({one.unit for one in of.comments})),
        count=str(len(outcomes)),
        accepted=str(outcomes.count("accepted")),
        explained=str(outcomes.count("explained")),
        open=str(outcomes.count(None)),
    )
    late = sum(map(of.is_late, of.comments))
    if late:
        yield text("comments_late", language, late=str(late))
    yield text("comments_follow", language)


def _table(paper: Paper, of: Comments, language: str) -> None:
    widths = [Length(int(width_of(paper) * share)) for share in SHARES]
    made = table(paper, widths, has_grid=True)
    repeat(made.rows[0])
    for cell, key in zip(made.rows[0].cells, COLUMNS, strict=True):
        write(cell, text(key, language), HEADING)
    numbers = count(1)
    for item, comments in _by_item(of):
        rows = [more(made, widths) for _ in comments]
        write(rows[0].cells[1], _item_words(of.draft, item, language), WORDS)
        rows[0].cells[1].merge(rows[-1].cells[1])
        for row, one in zip(rows, comments, strict=True):
            _fill(row, next(numbers), one, of, language)


def _by_item(of: Comments) -> list[tuple[str | None, list[Comment]]]:
    """The whole draft first, then item by item as asked; units in Vietnamese order."""
    places = {item.code: place for place, item in enumerate(of.draft.items())}

    def place(one: Comment) -> tuple[int, str, int]:
        return (-1 if one.item is None else places[one.item], one.sort_key, one.number)

    return [(item, list(group)) for item, group in groupby(sorted(of.comments, key=place), key=lambda one: one.item)]


def _fill(row: _Row, number: int, one: Comment, of: Comments, language: str) -> None:
    write(row.cells[0], str(number), NUMBER)
    unit = text("comments_late_unit", language, unit=one.unit) if of.is_late(one) else one.unit
    write(row.cells[2], unit, WORDS)
    write(row.cells[3], one.proposal, WORDS)
    if one.outcome is None:
        write(row.cells[4], text("comments_open", language), FAINT)
        return
    said = write(row.cells[4], text(f"comments_{one.outcome}", language), STRONG)
    say(said, one.answer, WORDS)


def _item_words(draft: Instrument, code: str | None, language: str) -> str:
    if code is None:
        return text("comments_whole", language)
    item = draft.item(code)
    return text("comments_question", language, number=item.number or item.code, words=label(item.text, language))
