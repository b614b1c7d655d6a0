"""Settings for the tests: the product's own, with a data folder that is thrown away and a quick password hash."""

from __future__ import annotations

import os
import tempfile

os.environ["TOLOK_DATA"] = tempfile.mkdtemp(prefix="tolok-uji-")
os.environ["TOLOK_BASIS_DATA"] = os.environ.get("TOLOK_UJI_BASIS_DATA", "")
os.environ.setdefault("TOLOK_KUNCI", "kunci-untuk-uji-saja")
os.environ.setdefault("TOLOK_HOST", "localhost,127.0.0.1,testserver")

from tolok.web.settings import *  # noqa: F403

STATIC_ROOT.mkdir()  # noqa: F405  whitenoise warns without it
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
