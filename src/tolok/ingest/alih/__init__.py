"""What was read from a published file against what is stored: proposals, what a person decided, and the new year."""
