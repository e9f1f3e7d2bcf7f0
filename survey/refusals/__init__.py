"""One table of refusals, shared by pages, API and command line: code, HTTP status, what is wrong, what to do."""

from survey.refusals.of_approval import OF_APPROVAL
from survey.refusals.of_figures import OF_FIGURES
from survey.refusals.of_instruments import OF_INSTRUMENTS
from survey.refusals.of_people import OF_PEOPLE
from survey.refusals.of_waves import OF_WAVES
from survey.refusals.refusal import RefusalText

__all__ = ["REFUSALS", "RefusalText"]

REFUSALS: dict[str, RefusalText] = OF_WAVES | OF_INSTRUMENTS | OF_FIGURES | OF_PEOPLE | OF_APPROVAL
