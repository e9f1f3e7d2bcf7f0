"""What every printed page is made of: sheet, styles, letters and drawings."""
