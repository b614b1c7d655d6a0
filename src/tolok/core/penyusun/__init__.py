"""Compiling the documents: from the results of an agency-year to frozen models, pure."""
