"""JSON Schemas of the machine-readable forms that Tolok reads and prints."""
