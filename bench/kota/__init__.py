"""A city in a database (``bangun``), and what it takes to read, compute and add it up (``python -m bench kota``)."""
