"""The page of one indicator: how its number came about, its definitions, targets, evidence, and changes."""
