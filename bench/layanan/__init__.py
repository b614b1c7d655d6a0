"""Fifty people who read the site of a city at once (``python -m bench layanan``): how long the server takes."""
