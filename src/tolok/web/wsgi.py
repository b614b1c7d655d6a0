"""The door for gunicorn: ``gunicorn tolok.web.wsgi``."""

from __future__ import annotations

import gc
import os

from django.conf import settings
from django.core.signals import request_finished
from django.core.wsgi import get_wsgi_application

from tolok.web.simpan.catatan_wal import keep_kecil
from tolok.web.simpan.pemakaian import hold_pemakaian

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
application = get_wsgi_application()
hold_pemakaian(settings.FOLDER_DATA)
request_finished.connect(keep_kecil)

# Computed years stay in memory and hold hundreds of thousands of objects without a cycle among them. With Python's own
# thresholds the collector walks through them so often that it takes a third of the time of a computation.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
