"""What the figures are worth: reliability of an index and of a ranking."""
