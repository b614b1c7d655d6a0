"""Recognisers: what the tables and paragraphs of a published file mean."""
