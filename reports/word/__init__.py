"""Documents that officers edit, number and circulate: DOCX in the form of administrative papers (Decree 30/2020)."""
