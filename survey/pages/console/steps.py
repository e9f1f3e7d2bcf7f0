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
    kind: str | None = None
    """The kind of long work that takes the step, where a worker does."""


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


def _decided(standing: Standing) -> bool:
    found = standing.publication
    return standing.up_to_date and found is not None and bool(found.decision_number and found.signed_file)


def _published(standing: Standing) -> bool:
    return standing.up_to_date and standing.publication is not None and standing.publication.published is not None


STEPS = (
    Step("stop", "stop_wave", _stopped),
    Step("close", "close_wave", _closed, "close_wave"),
    Step("score", "score_wave", _scored, "score_wave"),
    Step("prepare", "prepare_publication", _prepared),
    Step("approve", "approve_publication", _approved),
    Step("decide", "prepare_publication", _decided),
    Step("publish", "publish", _published, "publish"),
)
STEP_OF = MappingProxyType({step.act: step for step in STEPS})


def steps_of(standing: Standing) -> tuple[Step, ...]:
    """The steps this wave takes: a decision is entered only where the wave needs one."""
    return tuple(step for step in STEPS if step.act != "decide" or standing.wave.decision_needed)


def next_step(standing: Standing) -> Step | None:
    """The step that comes next; none before a wave is open, and none when its latest result is public."""
    if standing.wave.state in {"draft", "trial"}:
        return None
    return next((step for step in steps_of(standing) if not step.done(standing)), None)


def failed(standing: Standing, step: Step | None) -> bool:
    """Whether the last try of the step that comes next went wrong."""
    job = standing.job
    return bool(job and step and job.kind == step.kind and job.state == "failed")
