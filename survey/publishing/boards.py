"""Lays out the blocks of a run for a web page: each with its table, its chart and its Vietnamese order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from instruments.fingerprint import printed
from instruments.index import Range
from reports.charts import interval_svg
from reports.facts import Facts, facts_of
from reports.hiding import shaped
from reports.outside import outside_note, scored
from reports.paper.sheets import note_of, organisation_of, tables_of
from reports.parts import Cell, mixed_note, remark
from reports.public_form import FULL_FORM, PublicForm
from reports.ranking.forms import form_sentence, spread_lines
from reports.scales import decimals_of, measured, range_words, score_words
from reports.scorecard.lines import item_lines, raw_text
from reports.scorecard.parts import score_text
from reports.tables import BlockTable, UnitRow
from reports.targets import TargetLine, target_lines
from reports.wording import interval, label, number, simulated_mark
from reports.wording import text as printed_text
from scoring.run import Run
from survey.wording import text


@dataclass(frozen=True, slots=True)
class Board:
    """A block on the page; `places` is where each unit stands in Vietnamese order."""

    table: BlockTable
    chart: Markup
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of a unit as its page shows it: raw figure and score, each with its interval."""

    name: str
    raw: str
    score: str
    is_hard: bool
    has_stages: bool
    """Whether the unit assessed itself: its raw figure is then told in words."""


@dataclass(frozen=True, slots=True)
class Showing:
    """A run ready for a page in one language."""

    facts: Facts
    language: str
    boards: tuple[Board, ...]

    @property
    def mark(self) -> str:
        """The mark of simulated data; empty where the answers are real."""
        return simulated_mark(self.language) if self.facts.wave.simulated else ""

    @property
    def name(self) -> str:
        """What the wave is called."""
        return self.facts.wave.name(self.language)

    @property
    def instrument(self) -> str:
        """What the questionnaire is called."""
        return label(self.facts.instrument.short_title, self.language)

    @property
    def printed(self) -> str:
        """The fingerprint as documents print it."""
        return printed(self.facts.fingerprint)

    @property
    def note(self) -> str:
        """The sentence every report of the instrument carries."""
        return note_of(self.facts, self.language)

    @property
    def organisation(self) -> str:
        """The office that ran the survey."""
        return organisation_of(self.facts, self.language)

    def number(self, value: float | None, decimals: int = 2) -> str:
        """A figure as the reports write it."""
        return number(value, decimals, self.language)

    def interval(self, lower: float | None, upper: float | None) -> str:
        """An interval as the reports write it."""
        return interval(lower, upper, self.language)

    def score(self, cell: Cell) -> str:
        """The figure of a part, out of the most where it is in points; or how many hold an opinion on it."""
        said, score = remark(cell, self.language), score_words(cell, self.language, 2)
        return said if cell.opinion else f"{score} ({said})" if said else score

    def limits(self, cell: Cell, scale: Range) -> str:
        """The interval of a component, as fine as its scale asks for."""
        return interval(cell.lower, cell.upper, self.language, decimals_of(cell, scale))

    def measured(self, table: BlockTable, value: float | None) -> str:
        """A score of the index with what it is measured in."""
        return measured(value, table.unit, self.language)

    def mixed(self, table: BlockTable) -> str:
        """What the intervals of components leave out where figures were brought in; empty where none were."""
        return mixed_note(table.components, self.language)

    def outside(self, table: BlockTable, rows: Sequence[UnitRow]) -> str:
        """That some scores of these units lie outside their scale; empty where none does."""
        return outside_note(scored(table, rows), self.language)

    def form_sentence(self, table: BlockTable) -> str:
        """What the form of publication gives and leaves out; empty where it is the full one."""
        return form_sentence(table)

    def spread(self, table: BlockTable) -> tuple[tuple[str, str], ...]:
        """The classes of scores with the units in each, where the form of publication gives them."""
        return spread_lines(table)

    def said(self, key: str) -> str:
        """A text of the printed documents."""
        return printed_text(key, self.language)

    def range_words(self, scale: Range) -> str:
        """A scale by its ends."""
        return range_words(scale, self.language)

    def indicators(self, board: Board, row: UnitRow) -> tuple[IndicatorLine, ...]:
        """What is printed of each indicator of a unit; nothing where questions are counted as they are."""
        if board.table.definition != "indicators" or row.estimate is None:
            return ()
        return tuple(
            IndicatorLine(
                name=one.name,
                raw=_unbroken(raw_text(self.facts, one, row.unit, self.language)),
                score=_unbroken(score_text(one.figure, one.scale, self.language)) if one.figure or one.item else "",
                is_hard=one.item is None,
                has_stages=(row.unit, one.code) in self.facts.assessed,
            )
            for one in item_lines(self.facts, board.table, row)
        )

    def targets(self, board: Board, row: UnitRow) -> tuple[TargetLine, ...]:
        """How a unit stands to each target; nothing where its figures are not printed."""
        return target_lines(self.facts, board.table, row)

    def row_of(self, unit: str) -> tuple[Board, UnitRow]:
        """A unit's block and row; KeyError where the wave has no such unit."""
        found = {row.unit: (board, row) for board in self.boards for row in board.table.rows}
        return found[unit]


def showing(run: Run, language: str, form: PublicForm = FULL_FORM) -> Showing:
    """Reads a run for a page; the words of its rows, ranks and states are those of the printed documents."""
    facts = shaped(facts_of(run), form)
    return Showing(facts, language, tuple(_board(facts, table) for table in tables_of(facts, language)))


def _board(facts: Facts, table: BlockTable) -> Board:
    in_order = enumerate(unit.code for unit in facts.units_of(table.block))
    return Board(
        table=table,
        chart=Markup(interval_svg(table, table.language)),  # noqa: S704 - the drawing escapes every name itself
        places={unit: place for place, unit in in_order},
    )


def _unbroken(words: str) -> str:
    """The two limits of an interval on one line, however narrow the screen."""
    return words.replace(" – ", "\u00a0–\u00a0")


def words_of(language: str) -> dict[str, object]:
    """What templates are given to speak a language: `language` and `t("key", word=…)`."""
    return {"language": language, "t": lambda key, **words: text(key, language, **words)}
