"""Lets `python -m tolok` do what the command `tolok` does."""

from tolok.cli import main

raise SystemExit(main())
