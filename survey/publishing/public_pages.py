"""Renders the public pages of a publication, once: the ranking and a page per unit, in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.public_form import FULL_FORM, PublicForm
from reports.wording import day, long_day
from scoring.run import Run
from survey.publishing.before import PublishedBefore
from survey.publishing.boards import Showing, showing, words_of
from survey.publishing.documents import of_unit, of_wave
from survey.publishing.issued import IssuedBy
from survey.publishing.method import indicators, method, reading
from survey.publishing.signed import SignedBy
from survey.wording import LANGUAGES

HERE = Path(__file__).parent
TEMPLATES = (HERE / "templates", HERE.parent / "templates")
HTML = "text/html; charset=utf-8"
Pages = dict[str, tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """What a publication knows of itself beside the run; `files` are the sizes in bytes of its documents by name."""

    number: int
    day: date
    files: Mapping[str, int]
    decision_number: str | None = None
    decision_day: date | None = None
    issued: IssuedBy | None = None
    """None: no decision issued the instrument, and the page says so."""
    before: Mapping[str, tuple[PublishedBefore, ...]] = field(default_factory=dict)
    """Figures published before, by unit."""
    form: PublicForm = FULL_FORM
    signature: SignedBy | None = None
    """Who signed the decision that stands beside our files."""


def page_name(language: str, unit: str | None = None) -> str:
    """Under which name a page is kept among the files of a publication."""
    return f"pages/{unit}/{language}" if unit else f"pages/{language}"


def public_pages(run: Run, facts: PublicationFacts) -> Pages:
    """All pages of a publication by name, each with its media type and bytes."""
    return {
        name: (HTML, html.encode())
        for language in LANGUAGES
        for name, html in _pages_in(language, showing(run, language, facts.form), facts)
    }


def _pages_in(language: str, shown: Showing, facts: PublicationFacts) -> Iterator[tuple[str, str]]:
    environment = _environment()
    known = _words(language, shown, facts)
    ranking, unit_page = (environment.get_template(f"publication/{name}.html") for name in ("ranking", "unit"))
    documents = of_wave(facts.files, language)
    told = {"method": method(shown), "indicators": indicators(shown), "reading": reading(shown)}
    yield page_name(language), ranking.render(known, documents=documents, **told)
    for unit in shown.facts.units:
        board, row = shown.row_of(unit.code)
        documents = of_unit(facts.files, unit.code, language)
        yield page_name(language, unit.code), unit_page.render(known, board=board, row=row, documents=documents)


def _words(language: str, shown: Showing, facts: PublicationFacts) -> dict[str, object]:
    """What both pages know; links lead to this very publication, whatever comes after it."""
    return words_of(language) | {
        "shown": shown,
        "facts": facts,
        "day": lambda value: day(value, language),
        "long_day": lambda value: long_day(value, language),
        "address": f"/results/{shown.facts.wave.code}/v{facts.number}",
        "behind": "" if language == LANGUAGES[0] else f"/{language}",
    }


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
