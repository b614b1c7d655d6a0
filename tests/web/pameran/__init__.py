"""A small site for tests of the frame: every component on one page, and pages that fail in every way."""
