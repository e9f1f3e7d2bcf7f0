"""Figures that offices keep, brought in and confirmed in the page: hard data of a wave, and those published before."""
