"""Measured values, their workflow, and approved results."""
