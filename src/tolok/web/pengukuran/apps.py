"""The app ``pengukuran``."""

from __future__ import annotations

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    """Measured values, their workflow, and approved results."""

    name = "tolok.web.pengukuran"
    label = "pengukuran"

    def ready(self) -> None:
        """Tell earlier stages how a whole year is read, and what stands in the way of new conventions."""
        from tolok.web.pengukuran.penjaga import list_triwulan_disahkan
        from tolok.web.pengukuran.queries import load_tahun
        from tolok.web.perencanaan.hasil import register_pembaca
        from tolok.web.perencanaan.penjaga import register_penjaga

        register_pembaca(load_tahun)
        register_penjaga(list_triwulan_disahkan)
