"""The pages: each reads, checks, calls one verb and answers."""
