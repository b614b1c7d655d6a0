"""Packages in and out of the database: a year as plain files, whole or not at all."""
