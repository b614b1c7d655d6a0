"""Backup and restore: one command each, with a manifest that says what a backup holds and proves it."""
