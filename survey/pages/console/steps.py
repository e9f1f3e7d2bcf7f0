"""The way of a wave to the public, step by step: which act comes next and which right it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from survey.pages.console.standing import Standing


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: the act that takes it, the right it asks for, and when it is behind a wave."""

    act: str
    right: str
    done: Callable[[Standing], bool]


def _stopped(standing: Standing) -> bool:
    return standing.wave.state in {"stopped", "closed"}


def _closed(standing: Standing) -> bool:
    return standing.snapshot is not None


def _scored(standing: Standing) -> bool:
    return standing.run is not None


def _prepared(standing: Standing) -> bool:
    return standing.up_to_date


def _approved(standing: Standing) -> bool:
    return standing.up_to_date and len(standing.approved_by) >= standing.steps


def _published(standing: Standing) -> bool:
    return standing.up_to_date and standing.publication is not None and standing.publication.published is not None


STEPS = (
    Step("stop", "stop_wave", _stopped),
    Step("close", "close_wave", _closed),
    Step("score", "score_wave", _scored),
    Step("prepare", "prepare_publication", _prepared),
    Step("approve", "approve_publication", _approved),
    Step("publish", "publish", _published),
)
STEP_OF = MappingProxyType({step.act: step for step in STEPS})


def next_step(standing: Standing) -> Step | None:
    """The step that comes next; none before a wave is open, and none when its latest result is public."""
    if standing.wave.state in {"draft", "trial"}:
        return None
    return next((step for step in STEPS if not step.done(standing)), None)
