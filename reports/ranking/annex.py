"""Makes the annex of a decision: the ranking of every block, one chart each, and the method behind it."""

from reportlab.platypus import Flowable, PageBreak, Paragraph

from instruments.units import province
from reports.facts import Facts, facts_of
from reports.paper.page import Sheet, escaped, written
from reports.paper.sheets import PLAIN, Decision, Paper, sheet_of, tables_of
from reports.paper.styles import Styles, styles_of
from reports.ranking.blocks import block_pages, overview_pages
from reports.ranking.criteria import criteria_pages
from reports.ranking.method import method_pages
from reports.ranking.targets import target_pages
from reports.wording import long_day, text
from scoring.run import Run

__all__ = ["Decision", "Paper", "annex_of", "ranking_pdf"]


def ranking_pdf(run: Run, language: str = "vi", *, decision: Decision | None = None, paper: Paper = PLAIN) -> bytes:
    """The annex as PDF; the same run, language, decision and paper give the same bytes."""
    return annex_of(facts_of(run), language, decision=decision, paper=paper)


def annex_of(facts: Facts, language: str, *, decision: Decision | None = None, paper: Paper = PLAIN) -> bytes:
    """The same from facts already read."""
    title = text("annex_title", language, wave=facts.wave.name(language).upper())
    sheet = sheet_of(facts, language, paper, title)
    styles, tables = styles_of(sheet.face), tables_of(facts, language)
    content: list[Flowable] = [
        *_head(facts, sheet, styles, decision),
        *overview_pages(facts, tables, styles),
        *(
            flowable
            for place, table in enumerate(tables, start=1)
            for flowable in block_pages(facts, place, table, styles)
        ),
        *target_pages(facts, tables, styles),
        *criteria_pages(facts, tables, styles),
        PageBreak(),
        *method_pages(facts, tables, styles),
    ]
    return written(sheet, content)


def _head(facts: Facts, sheet: Sheet, styles: Styles, decision: Decision | None) -> list[Flowable]:
    return [
        Paragraph(escaped(text("annex", sheet.language)), styles.annex),
        Paragraph(escaped(sheet.title), styles.title),
        Paragraph(escaped(_attached(facts, sheet.language, decision)), styles.attached),
    ]


def _attached(facts: Facts, language: str, decision: Decision | None) -> str:
    if facts.wave.simulated:
        return text("attached_simulated", language)
    return text(
        "attached",
        language,
        number=decision.number if decision else text("blank_number", language),
        day=long_day(decision.day, language) if decision else text("blank_day", language),
        issuer=province(decision.day if decision else facts.wave.made).committee(language),
    )
