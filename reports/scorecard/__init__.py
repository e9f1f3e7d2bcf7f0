"""The scorecard of a unit: one page, read in a minute."""
