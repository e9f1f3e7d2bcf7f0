"""The ground the tests stand on holds: two databases, a clock, a browser."""

import pytest
from playwright.sync_api import Browser
from sqlalchemy import text

from survey.database import Database
from survey.schema import check_schema


def test_every_test_gets_a_migrated_database_of_its_own(database: Database) -> None:
    """What one test writes, the next does not find."""
    check_schema(database)
    with database.writing() as tx:
        assert tx.scalar(text("SELECT count(*) FROM job")) == 0
        tx.execute(text("INSERT INTO blob (sha256, size) VALUES ('0', 0)"))


def test_nothing_is_left_of_the_test_before(database: Database) -> None:
    """The blob of the test above is not here."""
    with database.reading() as tx:
        assert tx.scalar(text("SELECT count(*) FROM blob")) == 0


@pytest.mark.browser
def test_chromium_starts(browser: Browser) -> None:
    """A page can be written and read."""
    page = browser.new_page()
    page.set_content("<p>Xin chào</p>")
    assert page.inner_text("p") == "Xin chào"
    page.close()
