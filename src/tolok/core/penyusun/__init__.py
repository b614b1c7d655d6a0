"""From computed results to document models: pure functions, one document a module."""
