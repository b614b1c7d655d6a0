"""The story of any quantity of the year, found by its identity."""
