"""Trained pipelines, data only."""
