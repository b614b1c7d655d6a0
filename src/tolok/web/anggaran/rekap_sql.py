"""
The query that adds budgets up, for both databases: names of tables and columns are ours, every value is a parameter.

Money is added up once, at the leaves; then each level adds up the level below it, the deepest first.
"""

from __future__ import annotations

from typing import Final

from django.db import connection

from tolok.web.anggaran.models import BarisAnggaran, EdisiPagu, Pagu, Realisasi, SimpulAnggaran
from tolok.web.perencanaan.models import TahunKinerja

_PAGU: Final = ("pagu_awal", "pagu_laporan")
_REALISASI: Final = ("tw1", "tw2", "tw3", "tw4")
_JUMLAH: Final = (*_PAGU, *_REALISASI)


def make_perintah_rekap(terdalam: int, banyak_tahun: int) -> str:
    """
    Return the query; its columns are the node, the node above, the depth, and the six sums.

    Parameters: the years twice, then the editions of their trees, ``banyak_tahun`` of each.
    """
    bagian = [*_daun(", ".join(["%s"] * banyak_tahun)), *(_tingkat(n, terdalam) for n in range(terdalam, -1, -1))]
    kolom = ", ".join(f"CAST({nama} AS BIGINT)" for nama in _JUMLAH)
    semua = (f"SELECT simpul_id, induk_id, kedalaman, {kolom} FROM tingkat{n}" for n in range(terdalam + 1))
    return f"WITH {', '.join(bagian)} {' UNION ALL '.join(semua)}"


def _daun(tempat: str) -> list[str]:
    """Return the steps that read the money of the leaves, and the nodes."""
    edisi, pagu, realisasi, simpul, baris, tahun = (
        connection.ops.quote_name(model._meta.db_table)
        for model in (EdisiPagu, Pagu, Realisasi, SimpulAnggaran, BarisAnggaran, TahunKinerja)
    )
    triwulan = ", ".join(f"SUM(CASE r.triwulan WHEN {n} THEN r.sen ELSE 0 END) AS tw{n}" for n in range(1, 5))
    return [
        f"""daun_pagu AS MATERIALIZED (
            SELECT p.simpul_id, SUM(CASE WHEN e.urutan = 0 THEN p.sen ELSE 0 END) AS pagu_awal,
                SUM(CASE WHEN e.untuk_laporan THEN p.sen ELSE 0 END) AS pagu_laporan
            FROM {edisi} e JOIN {pagu} p ON p.edisi_id = e.id
            WHERE e.tahun_id IN ({tempat}) GROUP BY p.simpul_id)""",
        f"""daun_realisasi AS MATERIALIZED (
            SELECT r.simpul_id, {triwulan} FROM {tahun} t
            JOIN {simpul} s ON s.tahun_id = t.id JOIN {realisasi} r ON r.simpul_id = s.id AND r.tahun = t.tahun
            WHERE t.id IN ({tempat}) GROUP BY r.simpul_id)""",
        f"""pohon AS MATERIALIZED (
            SELECT simpul_id, induk_id, kedalaman FROM {baris} WHERE edisi_id IN ({tempat}))""",
    ]


def _tingkat(dalam: int, terdalam: int) -> str:
    """Return the step of one level: its own money and the sums of the level below."""
    sendiri = {nama: f"COALESCE({'d' if nama in _PAGU else 'r'}.{nama}, 0)" for nama in _JUMLAH}
    bawah = ""
    if dalam < terdalam:
        jumlah = ", ".join(f"SUM({nama}) AS {nama}" for nama in _JUMLAH)
        bawah = f"""LEFT JOIN (SELECT induk_id, {jumlah} FROM tingkat{dalam + 1} GROUP BY induk_id) b
            ON b.induk_id = p.simpul_id"""
        sendiri = {nama: f"{isi} + COALESCE(b.{nama}, 0)" for nama, isi in sendiri.items()}
    kolom = ", ".join(f"{isi} AS {nama}" for nama, isi in sendiri.items())
    return f"""tingkat{dalam} AS MATERIALIZED (
        SELECT p.simpul_id, p.induk_id, p.kedalaman, {kolom} FROM pohon p
        LEFT JOIN daun_pagu d ON d.simpul_id = p.simpul_id LEFT JOIN daun_realisasi r ON r.simpul_id = p.simpul_id
        {bawah} WHERE p.kedalaman = {dalam})"""
