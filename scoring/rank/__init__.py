"""Who is ranked, in which order, and how sure the order is."""
