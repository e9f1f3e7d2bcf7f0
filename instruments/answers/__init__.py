"""Answer documents: checked against their instrument, their digest, the units they rate."""

from instruments.answers.document import AnswerError, RatedUnit, UnitsByRole, check_document, digest, rated_units

__all__ = ["AnswerError", "RatedUnit", "UnitsByRole", "check_document", "digest", "rated_units"]
