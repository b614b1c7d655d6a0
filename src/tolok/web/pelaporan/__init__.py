"""Narratives, documents and issued snapshots."""
