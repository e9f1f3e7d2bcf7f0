"""Tiers that no unit can reach, and scores that reach none."""

import pytest

from instruments.reading import read_instrument
from tests.ground.files import replaced

TIERS = "    - {code: kha, label: {vi: Khá, en: Fair}, at_least: 10}\n"
HIGHEST = "{vi: Tốt, en: Good}, at_least: 80}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (TIERS, TIERS.replace("at_least: 10", "at_least: 30"), [("tiers-gap", "index.tiers[1].at_least")]),
        (TIERS, "", [("tiers-gap", "index.tiers[0].at_least")]),
        (TIERS, TIERS.replace("at_least: 10", "at_least: 0"), []),
        (HIGHEST, HIGHEST.replace("80", "101"), []),
        (
            f"  bonus: [praise]\n  penalty: [blame]\n  tiers:\n    - {{code: tot, label: {HIGHEST}",
            f"  penalty: [blame, praise]\n  tiers:\n    - {{code: tot, label: {HIGHEST.replace('80', '101')}",
            [("tier-outside", "index.tiers[0].at_least")],
        ),
    ],
)
def test_tiers_lie_on_the_scale(example_file: str, old: str, new: str, told: list[tuple[str, str]]) -> None:
    """The index goes from 10 to 100, and beyond with a bonus; a gap below the lowest tier may be meant."""
    reading = read_instrument(replaced(example_file, (old, new)).encode(), "example.yaml")
    assert [(one.code, one.path) for one in reading.mistakes if one.code.startswith("tier")] == told
    assert (reading.instrument is None) == any(code == "tier-outside" for code, _path in told)
