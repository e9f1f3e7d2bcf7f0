"""What stands above and below an administrative paper: who issues it, the name of the state, place and date, signer."""

from dataclasses import dataclass

from docx.document import Document as Paper
from docx.shared import Length, Mm, Pt
from docx.table import _Cell

from reports.word.sheet import width_of
from reports.word.writing import CENTRE, JUSTIFIED, LEFT, Look, keep_whole, line_below, table, write
from reports.wording import text

NAME, MOTTO = Look(13, bold=True, align=CENTRE), Look(14, bold=True, align=CENTRE)
SUPERIOR, ITALIC = Look(13, align=CENTRE), Look(14, italic=True, align=CENTRE)
TITLE = Look(14, bold=True, align=CENTRE)
BESIDE = 0.4
"""Share of the width that the issuing agency has; the name of the state needs the rest."""
OF_NAME, OF_TITLE = 0.4, 0.3
"""A line is a third to a half as long as the words above it; capitals and letters have about these widths."""
CAPITAL, LETTER = Mm(3.1), Mm(2.4)
MOTTO_LINE = Mm(62)
SIGNATURE_ROOM = Pt(60)


@dataclass(frozen=True, slots=True)
class Head:
    """Who issues a paper and under whom, where it is dated, and of which year."""

    superior: str
    agency: str
    place: str
    year: int


def head(paper: Paper, of: Head, language: str) -> None:
    """The first lines of a draft: agency beside the name of the state, the mark of a draft, a date left blank."""
    whole = width_of(paper)
    widths = (Length(int(whole * BESIDE)), Length(whole - int(whole * BESIDE)))
    issuer, state = table(paper, widths, has_grid=False).rows[0].cells
    write(issuer, of.superior.upper(), SUPERIOR)
    write(issuer, of.agency.upper(), NAME)
    line_below(issuer, Length(int(len(of.agency) * CAPITAL * OF_NAME)), _inner(issuer))
    write(issuer, text("paper_draft", language), NAME)
    write(state, text("paper_state", language), NAME)
    write(state, text("paper_motto", language), MOTTO)
    line_below(state, MOTTO_LINE, _inner(state))
    write(state, text("paper_date", language, place=of.place, year=str(of.year)), ITALIC)


def title(paper: Paper, kind: str, about: str, attached: str) -> None:
    """The kind of paper, what it is about, the paper it goes with, and a short line."""
    first = write(paper, kind.upper(), TITLE)
    first.paragraph_format.space_before = Pt(14)
    write(paper, about, TITLE)
    write(paper, attached, ITALIC)
    line_below(paper, Length(int(min(len(about), 60) * LETTER * OF_TITLE)), width_of(paper))


def closing(paper: Paper, language: str) -> None:
    """Who gets the paper, and room for post, signature and name of the signer, all left to the clerk."""
    whole = width_of(paper)
    half = Length(whole // 2)
    paper.add_paragraph()
    row = table(paper, (half, Length(whole - half)), has_grid=False).rows[0]
    keep_whole(row)
    receivers, signer = row.cells
    write(receivers, text("paper_receivers", language), Look(12, bold=True, italic=True, align=LEFT))
    for line in ("paper_receiver_above", "paper_receiver_archive"):
        write(receivers, text(line, language), Look(11, align=JUSTIFIED))
    post = write(signer, text("paper_post", language).upper(), TITLE)
    post.paragraph_format.space_after = SIGNATURE_ROOM
    write(signer, text("paper_name", language), TITLE)


def _inner(cell: _Cell) -> int:
    """The width of a cell without the room at its sides."""
    return int(cell.width or 0) - int(Mm(3.8))
