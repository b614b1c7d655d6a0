"""Self-check: whether this installation is as it should be, and what to do where it is not."""
