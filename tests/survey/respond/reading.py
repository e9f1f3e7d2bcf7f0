"""What a respondent's page says, and what it carries along."""

import re
from html import unescape

from werkzeug.test import TestResponse


def text_of(answer: TestResponse) -> str:
    """The words of a page."""
    return unescape(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)))


def hidden(answer: TestResponse) -> dict[str, str]:
    """The hidden fields of a page by name."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.get_data(as_text=True))
    return {name: unescape(value) for name, value in found}


def carried(answer: TestResponse) -> dict[str, list[str]]:
    """All hidden fields of a page by name, some of which stand there several times."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.get_data(as_text=True))
    return {name: [unescape(value) for other, value in found if other == name] for name, _value in found}
