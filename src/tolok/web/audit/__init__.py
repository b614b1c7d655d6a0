"""What was done, by whom, when: one append-only hash chain per agency."""
