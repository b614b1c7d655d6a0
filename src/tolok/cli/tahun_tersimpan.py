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


def list_tahun_tersimpan(tahun: int | None) -> list[TahunKinerja]:
    """
    Return one year of every agency that has it, with what computing it needs read.

    :raises GalatMasukan: if no year is named, no agency has it, or there is no database
    """
    if tahun is None:
        raise GalatMasukan("Sebutkan --tahun TAHUN untuk semua perangkat daerah, atau --instansi KODE untuk satu.")
    siapkan()
    from tolok.web.perencanaan.models import TahunKinerja

    semua = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    daftar = list(semua.filter(tahun=tahun).order_by("instansi__kode"))
    if not daftar:
        ada = ", ".join(map(str, sorted(set(semua.values_list("tahun", flat=True))))) or "belum ada"
        raise GalatMasukan(f"Tahun {tahun} tidak ada di {sebut_basis_data()}. Yang ada: {ada}.")
    return daftar
