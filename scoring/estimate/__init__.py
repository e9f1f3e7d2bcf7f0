"""Estimates and their covariance from a stratified, clustered, weighted design."""
