"""The agency and year that a command reads from the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tolok.cli.basis_data import sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan

if TYPE_CHECKING:
    from tolok.web.perencanaan.models import TahunKinerja


def load_tahun_tersimpan(instansi: str, tahun: int | None) -> TahunKinerja:
    """
    Return the year of an agency (``None``: its only one), with what computing it needs read.

    :raises GalatMasukan: if there is no such agency or year, or no database, with what there is
    """
    siapkan()
    from tolok.web.perencanaan.models import TahunKinerja

    semua = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    daftar = list(semua.filter(instansi__kode=instansi).order_by("tahun"))
    if not daftar:
        kode = semua.order_by("instansi__kode").values_list("instansi__kode", flat=True).distinct()
        ada = ", ".join(kode[:20]) or "belum ada; muat dahulu dengan tolok muat-paket"
        raise GalatMasukan(f"Instansi {instansi} tidak ada di {sebut_basis_data()}. Yang ada: {ada}.")
    cocok = daftar if tahun is None else [satu for satu in daftar if satu.tahun == tahun]
    if len(cocok) != 1:
        sebutan = ", ".join(str(satu.tahun) for satu in daftar)
        pesan = f"Tahun {tahun} tidak ada" if tahun is not None else "Sebutkan tahunnya dengan --tahun"
        raise GalatMasukan(f"{pesan}; yang ada untuk {instansi}: {sebutan}.")
    return cocok[0]
