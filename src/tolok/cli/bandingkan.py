"""``tolok hitung --bandingkan``: what was approved, checked and recomputed now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tolok.cli.layar import Layar

if TYPE_CHECKING:
    from tolok.web.pengukuran.disahkan import Perbedaan, Rusak
    from tolok.web.perencanaan.models import TahunKinerja


def bandingkan(
    daftar_tahun: list[TahunKinerja], triwulan: int | None, bentuk: str, layar: Layar, *, banyak_proses: int | None
) -> int:
    """
    Report what differs; return 1 if a number differs or a stored result is not what was approved, else 0.

    :param banyak_proses: how many processes share the agencies (``None``: as many as the machine has cores)
    """
    from tolok.web.pengukuran.disahkan import compare_tahun
    from tolok.web.pengukuran.kota import map_tahun
    from tolok.web.pengukuran.mesin import get_versi_mesin

    jumlah = 0
    daftar_beda: list[Perbedaan] = []
    daftar_rusak: list[Rusak] = []
    kerja = partial(compare_tahun, triwulan=triwulan)
    for satu in map_tahun(kerja, daftar_tahun, banyak_proses=banyak_proses):
        jumlah += satu.jumlah
        daftar_beda += satu.daftar_beda
        daftar_rusak += satu.daftar_rusak
    if bentuk == "json":
        layar.json(_make_json(jumlah, daftar_beda, daftar_rusak, get_versi_mesin()))
    else:
        _tampilkan(jumlah, daftar_beda, daftar_rusak, get_versi_mesin(), layar)
    return int(bool(daftar_rusak) or any(satu.is_berbeda for satu in daftar_beda))


def _make_json(jumlah: int, daftar_beda: list[Perbedaan], daftar_rusak: list[Rusak], mesin: str) -> dict[str, Any]:
    return {
        "dibandingkan": jumlah,
        "mesin": mesin,
        "rusak": [satu._asdict() for satu in daftar_rusak],
        "perbedaan": [
            {
                "identitas": satu.identitas,
                "disahkan": satu.disahkan,
                "kini": satu.kini,
                "berbeda": satu.is_berbeda,
                "sebab": list(satu.daftar_sebab),
                "mesin": satu.versi_mesin,
            }
            for satu in daftar_beda
        ],
    }


def _tampilkan(jumlah: int, daftar_beda: list[Perbedaan], daftar_rusak: list[Rusak], mesin: str, layar: Layar) -> None:
    for rusak in daftar_rusak:
        _tulis(layar, f"RUSAK {rusak.identitas} ({rusak.objek}, pengesahan ke-{rusak.penetapan}): {rusak.sebab}.")
    berbeda = [satu for satu in daftar_beda if satu.is_berbeda]
    for satu in berbeda:
        sama = " (berbeda sebelum dibulatkan)" if satu.disahkan == satu.kini else ""
        _tulis(layar, f"{satu.identitas}: disahkan {satu.disahkan}, kini {satu.kini}{sama}")
        for sebab in satu.daftar_sebab:
            _tulis(layar, f"  {sebab}")
        if satu.versi_mesin != mesin:
            _tulis(layar, f"  Mesin hitung: {satu.versi_mesin} menjadi {mesin}.")
    tetap = [satu for satu in daftar_beda if not satu.is_berbeda and satu.daftar_sebab]
    for satu in tetap:
        _tulis(layar, f"{satu.identitas}: tetap {satu.disahkan}, tetapi dasarnya berubah")
        for sebab in satu.daftar_sebab:
            _tulis(layar, f"  {sebab}")
    lama = sorted({satu.versi_mesin for satu in daftar_beda} - {mesin})
    if lama:
        layar.pesan.print(f"Sebagian dihitung mesin lain ({', '.join(lama)}); mesin ini {mesin}.", markup=False)
    rusak_teks = f" {len(daftar_rusak)} rusak." if daftar_rusak else " Semua sidik sesuai."
    layar.pesan.print(
        f"{jumlah} hasil yang disahkan dibandingkan: {len(berbeda)} berbeda, {len(tetap)} berganti dasar dengan "
        f"angka yang tetap.{rusak_teks}",
        markup=False,
    )


def _tulis(layar: Layar, teks: str) -> None:
    layar.hasil.print(teks, markup=False)
