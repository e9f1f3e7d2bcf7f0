"""What differs in more than spelling: a form of one version would ask something else, or of somebody else."""

import pytest

from instruments.comparing import unlike
from instruments.model import Instrument
from instruments.reading import read_instrument


def _changed(file: str, before: str, after: str) -> Instrument:
    assert before in file
    reading = read_instrument(file.replace(before, after, 1).encode(), "firms.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    return reading.instrument


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version: "1"', 'version: "2"'),
        ("minutes: 2", "minutes: 3"),
        ("wording: adapted", "wording: official"),
        ("en: Number of trips", "en: Trips"),
        ("en: Offices dealt with", "en: Offices"),
        ("vi: Cơ sở của Ông/Bà", "vi: Cơ sở của Ông/Bà."),
        ("kind: date", "kind: date\n        required: true"),
    ],
)
def test_words_and_what_is_said_about_them_may_differ(
    firms: Instrument, firms_file: str, before: str, after: str
) -> None:
    """Version, minutes, whose wording it is, spelling, names in tables, whether the form asks once more."""
    assert unlike(firms, _changed(firms_file, before, after)) == ()


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("languages: [vi, en]", "languages: [vi]", "languages.1"),
        ("blocks: [offices]\n    loop", "blocks: [offices, offices]\n    loop", "roles.met.blocks.1"),
        ("loop: {at_most: 2}", "loop: {at_most: 3}", "roles.met.loop.at_most"),
        ("forms: [a]\n        text", "text", "sections.rated.items.ties.forms.0"),
        ("recode: winsorised_mean, cap: 10", "recode: winsorised_mean, cap: 9", "index.indicators.trips.cap"),
        ("source: hard", "source: appraised", "index.indicators.on_time.source"),
        ("en: Your firm", "en: Firms like yours", "sections.firm.title.en"),
        ("en: Which offices did you deal with?", "en: Which office served you best?", "roles.met.question.en"),
        ("en: Surely", "en: Perhaps", "sections.end.items.recommend.high.en"),
        ("hard_share: 0.4", "hard_share: 0.5", "index.nodes.C2.hard_share"),
    ],
)
def test_whatever_answers_or_figures_rest_on_is_named_by_its_place(
    firms: Instrument, firms_file: str, before: str, after: str, place: str
) -> None:
    """Languages, who can be rated, forms, how figures are made, words read with a question: the way to it."""
    assert unlike(firms, _changed(firms_file, before, after)) == (place,)
