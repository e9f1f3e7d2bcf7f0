"""Numbers only: a snapshot of answers in, a run of estimates, ranks and their uncertainty out."""

from scoring.errors import Refusal
from scoring.estimate.design import Design
from scoring.index.composing import Composite, compose
from scoring.index.normalising import normalise, normalised_covariance
from scoring.rank.sets import rank_sets
from scoring.run import Options, Run, score
from scoring.study.reliability import alpha, reliability

__all__ = [
    "Composite",
    "Design",
    "Options",
    "Refusal",
    "Run",
    "alpha",
    "compose",
    "normalise",
    "normalised_covariance",
    "rank_sets",
    "reliability",
    "score",
]
