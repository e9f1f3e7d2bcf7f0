"""What the table holds of one refusal."""

RefusalText = tuple[int, str, str]
"""HTTP status, and one sentence or two in Vietnamese and in English: what is wrong, what to do."""
