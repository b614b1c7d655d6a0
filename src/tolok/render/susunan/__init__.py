"""From document models to the neutral layout, one document a module."""
