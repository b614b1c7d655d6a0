"""An agency-year out of the database, for commands that otherwise read a package."""

from __future__ import annotations

from tolok.cli.basis_data import sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan
from tolok.core.instansi import TahunInstansi


def load_tersimpan(instansi: str, tahun: int) -> TahunInstansi:
    """
    Return what the database holds of an agency-year.

    :raises GalatMasukan: if the database cannot be used, or holds no such year
    """
    siapkan()
    from tolok.web.pertukaran.queries import find_tahun, list_tahun_tersimpan, load_isi_tahun

    ada = find_tahun(instansi, tahun)
    if ada is not None:
        return load_isi_tahun(ada)
    daftar_tahun = [str(satu) for _, satu in list_tahun_tersimpan(instansi)]
    if daftar_tahun:
        raise GalatMasukan(
            f"Tahun {tahun} dari {instansi!r} tidak ada di basis data {sebut_basis_data()}; yang ada: "
            f"{', '.join(daftar_tahun)}."
        )
    daftar = list(dict.fromkeys(kode for kode, _ in list_tahun_tersimpan()))
    lain = f"yang ada: {', '.join(daftar[:20])}{', …' if len(daftar) > 20 else ''}" if daftar else "belum ada satu pun"
    raise GalatMasukan(f"Instansi {instansi!r} tidak ada di basis data {sebut_basis_data()}; {lain}.")
