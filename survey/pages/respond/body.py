"""The body of a request: not too large, from our own page, well-formed – asked in this order."""

import json
import math
from collections.abc import Callable, Mapping
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar
from uuid import UUID

from flask import request

from survey.collecting.submit import Submission
from survey.errors import Refused
from survey.pages.upload import LARGEST_BODY

P = ParamSpec("P")
R = TypeVar("R")


def small_enough(view: Callable[P, R]) -> Callable[P, R]:
    """Refuses (body-too-large) a larger body before anything else looks at the request."""

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if (request.content_length or 0) > LARGEST_BODY:
            raise Refused("body-too-large")
        return view(*args, **kwargs)

    return checked


def read_submission(identifier: UUID, body: bytes) -> Submission:
    """The submission in a JSON body; Refused (not-json) where there is none."""
    parts = _object(body)
    instrument, paradata, receipt = parts.get("instrument"), parts.get("paradata"), parts.get("receipt")
    return Submission(
        identifier=identifier,
        instrument=instrument if isinstance(instrument, str) else "",
        document=parts.get("document"),
        paradata=paradata if isinstance(paradata, Mapping) else {},
        receipt=receipt if isinstance(receipt, str) else None,
    )


def _object(body: bytes) -> Mapping[str, object]:
    try:
        parsed = json.loads(body.decode("utf-8"), parse_constant=_no_number, parse_float=_finite)
        json.dumps(parsed, ensure_ascii=False).encode("utf-8")  # halves of characters cannot be kept
    except (ValueError, RecursionError):
        raise Refused("not-json") from None
    if not isinstance(parsed, Mapping):
        raise Refused("not-json")
    return parsed


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
