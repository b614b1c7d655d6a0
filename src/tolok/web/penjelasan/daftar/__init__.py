"""The list of all indicators of a period."""
