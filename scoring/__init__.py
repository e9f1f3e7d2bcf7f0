"""Numbers only: a snapshot of answers in, a run of estimates, ranks and their uncertainty out."""
