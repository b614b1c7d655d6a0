"""The door for gunicorn: ``gunicorn tolok.web.wsgi``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
application = get_wsgi_application()
