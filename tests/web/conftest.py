"""What tests of the web share: the database they run on must answer, else they are skipped by name."""

from __future__ import annotations

from functools import cache

import pytest
from django.db import connection


@cache
def _sebab_tak_terjangkau() -> str:
    if connection.vendor == "sqlite":
        return ""
    import psycopg

    bagian = connection.settings_dict
    try:
        psycopg.connect(
            host=bagian["HOST"], port=bagian["PORT"] or 5432, user=bagian["USER"], password=bagian["PASSWORD"],
            dbname="postgres", connect_timeout=3,
        ).close()  # fmt: skip
    except psycopg.OperationalError as galat:
        return f"PostgreSQL di {bagian['HOST']} tidak menjawab: {str(galat).splitlines()[0]}"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("basis_data") and (sebab := _sebab_tak_terjangkau()):
        pytest.skip(sebab)
