"""The text that everybody reads before the first question."""

import pytest

from survey.wording import text


@pytest.mark.parametrize(("language", "primed"), [("vi", "phục vụ"), ("en", "serv")])
def test_consent_puts_no_slogan_into_anybodys_mouth(language: str, primed: str) -> None:
    """A brand survey asks next which line people recall, and “serving the people” is what such lines say."""
    assert primed not in text("form.consent_text", language, office="Sở Nội vụ, 0203").lower()
