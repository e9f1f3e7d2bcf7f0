"""What the reliability of a run advises to print: full ranks, bands, or the distribution alone."""

from scoring.run import Run

FULL = "full_ranks"
FORMS = ("distribution", "bands", FULL)
"""From the least that is printed to the most."""


def advised_form(run: Run) -> str:
    """The least form advised for any ranked block of the official figure; `full_ranks` where nothing is ranked."""
    index = run.instrument.index
    if index is None:
        return FULL
    table = run.reliability
    whole = table[(table["node"] == index.code) & (table["definition"] == index.official)]
    advised = {form for form in whole["advised_form"].dropna() if form in FORMS}
    return min(advised, key=FORMS.index, default=FULL)
