"""A comment or an answer typed into the page, as a file of one row: it is read as any file is."""

import csv
import io
from collections.abc import Mapping

from survey.pages.console.instruments.given import Given
from survey.preparing.comment_rows import ANSWER_COLUMNS, COMMENT_COLUMNS


def typed_comment(form: Mapping[str, str]) -> Given:
    """Who proposes what, to which item."""
    return _row(form, COMMENT_COLUMNS)


def typed_answer(form: Mapping[str, str]) -> Given:
    """What is answered to the comment of a number."""
    return _row(form, ANSWER_COLUMNS)


def _row(form: Mapping[str, str], columns: tuple[str, ...]) -> Given:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(columns)
    writer.writerow([form.get(column, "").replace("\r\n", "\n").replace("\0", "") for column in columns])
    return Given(made.getvalue().encode(), "")
