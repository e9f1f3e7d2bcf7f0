"""The chart of the public page: plain SVG that a strict page may carry."""

from collections.abc import Callable
from types import SimpleNamespace
from xml.etree import ElementTree as ET

from reports.axis import axis_of
from reports.charts import interval_svg
from reports.tables import block_table
from scoring.run import Run

SVG = "{http://www.w3.org/2000/svg}"


def drawn(run: Run, block: str = "phuong") -> tuple[str, ET.Element]:
    text = interval_svg(block_table(run, block, "vi"), "vi")
    return text, ET.fromstring(text)  # noqa: S314 - our own drawing


def test_the_chart_has_no_style_that_the_page_would_refuse(two_blocks: Run) -> None:
    """No style attribute, no style element, no script."""
    text, root = drawn(two_blocks)
    assert not [
        element for element in root.iter() if "style" in element.attrib or element.tag.endswith(("style", "script"))
    ]
    assert "style=" not in text


def test_every_unit_with_a_figure_has_its_line_and_no_other(two_blocks: Run) -> None:
    """Three ranked and one reported unit are drawn; the suppressed and the withheld one are not."""
    _, root = drawn(two_blocks)
    groups = [group for group in root.iter(f"{SVG}g") if (group.get("class") or "").startswith("unit")]
    assert len(groups) == 4


def test_the_chart_speaks_for_those_who_do_not_see_it(two_blocks: Run) -> None:
    """Title and description say what is drawn, in numbers."""
    _, root = drawn(two_blocks)
    assert root.findtext(f"{SVG}title") == "Tỷ lệ hài lòng (%): Khối phường"
    assert "từ 80,00% đến 91,50%" in (root.findtext(f"{SVG}desc") or "")


def test_a_simulated_chart_carries_its_mark_across_the_drawing(
    make_run: Callable[..., Run], given: Callable[..., object]
) -> None:
    """The mark is text of the picture, so that no screenshot loses it."""
    units = {f"w{n}": given(80 + n / 3, name=f"Phường {n}") for n in range(12)}
    _, root = drawn(make_run({"phuong": units}, simulated=True))
    marks = [element for element in root.iter(f"{SVG}text") if element.get("class") == "simulated"]
    assert len(marks) >= 3
    assert {mark.text for mark in marks} == {"SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT"}


def test_names_with_markup_stay_text(make_run: Callable[..., Run], given: Callable[..., object]) -> None:
    """A name is escaped, never drawn as markup."""
    text, _ = drawn(make_run({"phuong": {"w1": given(80, name="<b>A & B</b>")}}))
    assert "<b>" not in text


def test_a_block_without_figures_draws_an_empty_chart(
    make_run: Callable[..., Run], given: Callable[..., object]
) -> None:
    """All suppressed: the picture says there are no figures."""
    _, root = drawn(make_run({"phuong": {"w1": given(0, n=4, state="suppressed")}}))
    assert "Không có số liệu." in (root.findtext(f"{SVG}desc") or "")


def test_an_axis_has_few_ticks_however_far_a_slip_reaches() -> None:
    """A figure of a thousand billions, confirmed by two people, must not keep a report from ending."""
    far = SimpleNamespace(lower=0.0, upper=1e12)
    assert len(axis_of([far], None, (0.0, 1e12), 0.0, 100.0).marks) < 10
