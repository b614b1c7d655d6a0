"""The rules, one module for each thing they look at."""
