"""What is listed counts once: a code that stands twice in one list is told where it stands."""

import pytest

from instruments.reading import read_instrument
from tests.ground.files import replaced

MODULE = "      items: [easy, fair]"


def told(text: str) -> list[tuple[str, str | None]]:
    found = read_instrument(text.encode(), "example.yaml").mistakes
    return [(one.code, one.path) for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("bonus: [praise]", "bonus: [praise, praise]", "listed-twice", "index.bonus[1]"),
        ("penalty: [blame]", "penalty: [blame, blame]", "listed-twice", "index.penalty[1]"),
        ("penalty: [blame]", "penalty: [blame, praise]", "bonus-penalty", "index.penalty[1]"),
        (MODULE, "      items: [easy, fair, easy]", "listed-twice", "index.nodes[4].items[2]"),
        (
            MODULE,
            "      aggregation: items_weighted\n      weights: [1, 2, 3]\n      items: [easy, fair, easy]",
            "listed-twice",
            "index.nodes[4].items[2]",
        ),
        (
            MODULE,
            "      aggregation: difference\n      items: [easy, easy]",
            "listed-twice",
            "index.nodes[4].items[1]",
        ),
        ("items: [easy, ties]", "items: [easy, ties, easy]", "item-counted-twice", "index.nodes[0].items[2]"),
        ("access: [invited, interviewer]", "access: [invited, invited]", "listed-twice", "index.access[1]"),
    ],
)
def test_what_stands_twice_in_a_list_is_refused(example_file: str, old: str, new: str, code: str, path: str) -> None:
    """Counted once or twice, the ranking would be another one, and the file would not say which."""
    assert told(replaced(example_file, (old, new))) == [(code, path)]


def test_a_language_listed_twice_is_one_mistake(example_file: str) -> None:
    """Not one more at every text that has the language left out."""
    assert told(replaced(example_file, ("languages: [vi, en]", "languages: [vi, vi]"))) == [
        ("listed-twice", "languages[1]")
    ]


def test_an_official_estimate_of_no_class_of_access_is_refused(example_file: str) -> None:
    """It would count nobody."""
    text = replaced(example_file, ("access: [invited, interviewer]", "access: []"))
    assert [path for _, path in told(text)] == ["index.access"]
