"""Answers of the demo as the files an office would import."""

import csv
import io
from collections.abc import Iterable, Mapping

from instruments.model import Instrument
from survey.closing.export import rows_of
from survey.collecting.answer_cells import answer_columns

Entry = tuple[Mapping[str, str], Mapping[str, object]]
"""What is known of a response besides its answers (id, day, mode …), and its document."""


def answers_csv(entries: Iterable[Entry], instrument: Instrument) -> bytes:
    """One row a response or rated unit, in the columns of an answer file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, answer_columns(instrument), restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for facts, document in entries:
        first, *later = rows_of(document, instrument, has_texts=True)
        writer.writerow({**facts, "form": str(document.get("form") or ""), **first})
        writer.writerows({"id": facts["id"], **row} for row in later)
    return text.getvalue().encode()
