"""The form of publication that reliability advises speaks the words of scoring."""

from scoring.study import reliability
from survey.publishing.advice import FORMS


def test_every_form_that_scoring_advises_is_known() -> None:
    """From the least that is printed to the most."""
    assert [form for _, form in reversed(reliability.FORMS)] == list(FORMS)
