"""Pages that say where a number comes from."""
