"""An app that exists for the kill test only: one write and one job, over HTTP, made of the real operations."""
