"""Answers nobody gave, with a known truth: for trying a survey out, and for testing what is computed from it."""

from scoring.simulation.answers import Case, Truth, answer_documents, truth_of
from scoring.simulation.wave import simulated_cases, simulated_tables

__all__ = ["Case", "Truth", "answer_documents", "simulated_cases", "simulated_tables", "truth_of"]
