"""Where messages for technicians go: to the error output of the process, which systemd or a container keeps."""

from __future__ import annotations

from typing import Any


def make_log() -> dict[str, Any]:
    """Return the logging settings: warnings of everything, and what the site itself says."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"galat": {"class": "logging.StreamHandler", "formatter": "baris"}},
        "root": {"handlers": ["galat"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            "django.request": {"level": "ERROR"},
            "tolok": {"level": "INFO"},
        },
    }
