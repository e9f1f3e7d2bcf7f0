"""Codes as letters carry them."""

from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case
from survey.preparing.invite import DrawPlan, draw
from tests.survey.questionnaire import NOW, Opened, wave_in


def invited(database: Database, keys: Keys, wave: Opened) -> str:
    """The first of twenty codes drawn for cases of one ward."""
    frame = [Case(f"HS-{number}", "06652", "place", "06652", "06652", None, {}) for number in range(20)]
    with database.writing() as tx:
        return draw(tx, [wave_in(tx, wave)], DrawPlan(frame), keys, By(NOW))[0].code
