"""What the other settings read of the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER_DATA: Final = Path(os.environ.get("TOLOK_DATA") or Path.home() / ".local" / "share" / "tolok")
"""Everything which is not code: database, secret key, uploads, backups."""

IS_DEBUG: Final = os.environ.get("TOLOK_DEBUG") == "1"
IS_HTTPS: Final = os.environ.get("TOLOK_HTTPS") == "1"
