"""Answer documents: checked against their instrument, their digest, the units they rate."""

from instruments.answers.document import (
    AnswerError,
    RatedUnit,
    UnitsByRole,
    answers_about,
    asked_about,
    check_document,
    digest,
    form_in,
    rated_units,
)

__all__ = [
    "AnswerError",
    "RatedUnit",
    "UnitsByRole",
    "answers_about",
    "asked_about",
    "check_document",
    "digest",
    "form_in",
    "rated_units",
]
