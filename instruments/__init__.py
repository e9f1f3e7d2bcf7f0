"""Definitions and checks: what is asked, what is counted, of which units; imports nobody."""
