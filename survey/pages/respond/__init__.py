"""What a respondent sees: the form, its review, the thanks."""
