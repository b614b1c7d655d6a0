"""The door for gunicorn: ``gunicorn tolok.web.wsgi``."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application

from tolok.web.simpan.catatan_wal import keep_kecil
from tolok.web.simpan.pemakaian import hold_pemakaian
from tolok.web.simpan.proses import settle_pengumpul
from tolok.web.simpan.sambungan_tetap import hold_terbuka

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
application = get_wsgi_application()
hold_pemakaian(settings.FOLDER_DATA)
request_started.connect(hold_terbuka)  # not here: gunicorn forks after this
request_finished.connect(keep_kecil)
settle_pengumpul()
