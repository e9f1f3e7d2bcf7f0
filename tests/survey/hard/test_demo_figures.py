"""The invented files of the demo are read as an office's would be: every template without a mistake."""

import pytest

from survey.collecting.hard.reading import Expected, read_hard
from survey.collecting.hard.template import indicators_of
from survey.commands.demo.figures import figures_csv
from tests.ground.examples import example_as_read

UNITS = {f"u{number:02d}": f"Đơn vị {number}" for number in range(60)}


@pytest.mark.parametrize("template", ["tieu_chi", "generic"])
def test_an_invented_file_has_no_mistake(template: str) -> None:
    """Of sixty units: points that no one can read as thousands, and each difference with its reason."""
    instrument = example_as_read("par-khao-sat")
    data = figures_csv(instrument, template, UNITS)
    read = read_hard(data, f"{template}.csv", Expected(template, UNITS, indicators_of(instrument, template)))
    assert len({unit for unit, _ in read.values}) > 50


def test_criteria_of_the_demo_show_every_stage() -> None:
    """Confirmed, corrected with a reason, and declared not to apply."""
    rows = figures_csv(example_as_read("par-khao-sat"), "tieu_chi", UNITS).decode().splitlines()
    assert any(row.endswith(",Đơn vị không có nhiệm vụ này,x") for row in rows)
    assert any(row.endswith(",Tài liệu kiểm chứng chưa đủ,") for row in rows)
    assert sum(row.endswith(",,") for row in rows) > len(rows) / 2
