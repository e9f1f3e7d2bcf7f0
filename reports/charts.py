"""Draws the scores of a block with their intervals as SVG for the public page."""

from html import escape

from reports.axis import Axis, axis_of
from reports.palette import MARK, MARK_OPACITY, MEAN, RULE, SCORE
from reports.scales import measured
from reports.tables import BlockTable, UnitRow
from reports.wording import number, simulated_mark, text

_WIDTH, _LEFT, _RIGHT, _ROW, _HEAD, _FOOT = 360, 12, 348, 40, 44, 28
_MARK_STEP = 150


def interval_svg(table: BlockTable, language: str = "vi") -> str:
    """One SVG picture: a line per printed unit, its interval, its score, the block's mean as a dashed line.

    Presentation attributes only, so that a page without inline styles may carry it. The drawing is 360 wide, so that
    its letters keep their size on a phone.
    """
    rows = table.printed_rows
    axis = axis_of(rows, table.mean, table.reach, _LEFT, _RIGHT)
    height = _HEAD + len(rows) * _ROW + _FOOT
    parts = [
        _opening(table, language, height),
        *_grid(axis, height, language),
        *_mean(table, axis, height, language),
        *(_unit(row, axis, _HEAD + place * _ROW) for place, row in enumerate(rows)),
        *(_marks(height, language) if table.simulated else ()),
        "</svg>",
    ]
    return "\n".join(parts)


def _opening(table: BlockTable, language: str, height: int) -> str:
    name = f"chart-{escape(table.block, quote=True)}"
    title = text("chart_title", language, block=table.title, measure=table.measure)
    description = " ".join(
        part
        for part in (simulated_mark(language) + "." if table.simulated else "", _description(table, language))
        if part
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="interval-chart" role="img" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" aria-labelledby="{name}-title {name}-desc" font-size="13" '
        f'fill="currentColor">\n<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
    )


def _description(table: BlockTable, language: str) -> str:
    if not table.printed_rows:
        return text("no_figure", language)
    scores = [row.estimate for row in table.printed_rows if row.estimate is not None]
    return text(
        "chart_description",
        language,
        count=str(len(scores)),
        lowest=measured(min(scores), table.unit, language),
        highest=measured(max(scores), table.unit, language),
        mean=measured(table.mean.estimate if table.mean else None, table.unit, language),
    )


def _grid(axis: Axis, height: int, language: str) -> list[str]:
    bottom = height - _FOOT
    return [
        f'<line x1="{x:.1f}" y1="{_HEAD - 6}" x2="{x:.1f}" y2="{bottom}" stroke="{RULE}" stroke-width="0.5" '
        f'stroke-opacity="0.6"/>\n<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle" font-size="12">'
        f"{number(tick, 0, language)}</text>"
        for tick, x in axis.ticks()
    ]


def _mean(table: BlockTable, axis: Axis, height: int, language: str) -> list[str]:
    if table.mean is None or table.mean.estimate is None:
        return []
    x = axis.at(table.mean.estimate)
    words = text("block_mean_is", language, mean=measured(table.mean.estimate, table.unit, language))
    line = (
        f'<line class="mean" x1="{x:.1f}" y1="{_HEAD - 10}" x2="{x:.1f}" y2="{height - _FOOT}" stroke="{MEAN}" '
        f'stroke-width="1.5" stroke-dasharray="4 3"/>'
    )
    return [line, f'<text x="{_LEFT}" y="16" font-size="13">{escape(words)}</text>']


def _unit(row: UnitRow, axis: Axis, top: int) -> str:
    """The name above, the interval below it; the score at the right, where the eye looks for it."""
    y = top + 27
    score = axis.at(row.estimate or 0.0)
    place = f"{row.rank_text}. " if row.rank is not None else ""
    return (
        f'<g class="unit {row.state}"><text x="{_LEFT}" y="{top + 14}">{escape(place + row.short_name)}</text>'
        f'<text x="{_RIGHT}" y="{top + 14}" text-anchor="end" font-weight="bold">'
        f"{escape(row.score_words)}</text>"
        f'{_interval(row, axis, y)}<circle cx="{score:.1f}" cy="{y}" r="4" fill="{SCORE}"/></g>'
    )


def _interval(row: UnitRow, axis: Axis, y: int) -> str:
    """The interval with its caps; nothing where a figure has none, such as one brought in."""
    if row.lower is None or row.upper is None:
        return ""
    low, high = axis.at(row.lower), axis.at(row.upper)
    caps = "".join(
        f'<line x1="{x:.1f}" y1="{y - 4}" x2="{x:.1f}" y2="{y + 4}" stroke="{SCORE}" stroke-width="2"/>'
        for x in (low, high)
    )
    return f'<line x1="{low:.1f}" y1="{y}" x2="{high:.1f}" y2="{y}" stroke="{SCORE}" stroke-width="2"/>{caps}'


def _marks(height: int, language: str) -> list[str]:
    words = escape(simulated_mark(language))
    return [
        f'<text class="simulated" x="{_WIDTH // 2}" y="{y}" text-anchor="middle" font-size="12" font-weight="bold" '
        f'fill="{MARK}" fill-opacity="{MARK_OPACITY * 1.6:.2f}" transform="rotate(-24 {_WIDTH // 2} {y})" '
        f'pointer-events="none">{words}</text>'
        for y in range(_HEAD + 30, max(height, _HEAD + 31), _MARK_STEP)
    ]
