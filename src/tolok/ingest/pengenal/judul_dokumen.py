"""Which lines are titles of documents, and of which kind."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.bacaan.dokumen import JenisDokumen
from tolok.ingest.susun.kata import join_baris

_AWALAN: Final = (
    r"(?:(?:lampiran|formulir|form|tabel|matriks?|dokumen|laporan|format|salinan|draf(?:t)?|pernyataan|penetapan|rancangan"
    r"|perubahan|revisi|review|reviu|hasil|rekap(?:itulasi)?|data|perhitungan|keputusan\s.{0,80}?tentang)\b[\s:.\-–]*"
    r"(?:(?:[ivx]{1,5}|\d{1,2})\b[\s:.)\-–]*)?)*"
)
_POLA: Final = tuple(
    (jenis, re.compile(_AWALAN + pola, re.IGNORECASE))
    for jenis, pola in (
        (
            JenisDokumen.LKJIP,
            r"(?:laporan\s+)?(?:akuntabilitas\s+)?kinerja\s+instansi\s+pemerintah\b|(?:lk[ji]?ip|lakip|lkj)\b",
        ),
        (JenisDokumen.LKJIP, r"(?<=laporan )kinerja\b(?!\s+(?:triwulan|tw|keuangan|bulan))"),
        (JenisDokumen.RENCANA_AKSI, r"rencana\s+aksi\b"),
        (
            JenisDokumen.EVALUASI_RENJA,
            r"(?:e\.?\s?8[01]\b|evaluasi\s+(?:terhadap\s+)?(?:hasil\s+)?(?:pelaksanaan\s+)?(?:renja|rencana\s+kerja))",
        ),
        (JenisDokumen.PERJANJIAN, r"(?:perjanjian|penetapan)\s+kinerja\b|(?<=penetapan )kinerja\b"),
        (
            JenisDokumen.PENGUKURAN,
            r"(?:pengukuran\s+(?:pencapaian\s+|capaian\s+)?(?:indikator\s+)?kinerja\b|(?:capaian|realisasi|monitoring|evaluasi|pemantauan)"
            r"\s+(?:capaian\s+|realisasi\s+|pencapaian\s+)?(?:target\s+)?(?:indikator\s+)?kinerja\b(?!\s+utama\s+adalah))",
        ),
        (JenisDokumen.PENGUKURAN, r"(?<=laporan )kinerja\s+(?:triwulan|tw)\b"),
        (JenisDokumen.SK_IKI, r"(?:iki\b|indikator\s+kinerja\s+individu\b)"),
        (JenisDokumen.KETERKAITAN, r"(?:keterkaitan\b|cascading\b|pohon\s+kinerja\b)"),
        (JenisDokumen.IKU, r"(?:iku\b|indikator\s+kinerja\s+utama\b)"),
        (JenisDokumen.RENSTRA, r"(?:renstra\b|rencana\s+strategis\b|t-?c\.?\s?\d)"),
        (
            JenisDokumen.REALISASI_ANGGARAN,
            r"(?:realisasi|penyerapan|serapan)\s+(?:fisik\s+dan\s+)?(?:anggaran|keuangan|belanja)\b",
        ),
    )
)
_DAFTAR: Final = re.compile(r"\s*(?:[-•]\s|\d{1,2}[.)]\s|[a-z][.)]\s)", re.IGNORECASE)
_KALIMAT: Final = re.compile(
    r"\b(?:adalah|merupakan|sebagaimana|dengan\s+ini|telah|bahwa|ini\s+disusun|dapat)\b", re.IGNORECASE
)
_PENDEK: Final = 250
_SEBARIS: Final = 100
_PORSI_BESAR: Final = 7


def read_jenis_judul(teks: str, *, tingkat: int = 0, is_lampiran: bool = False) -> JenisDokumen | None:
    """
    Return the kind of document a line is the title of, or ``None``.

    A title begins with the name of the document, stands in capitals or as a heading, and is no sentence or list item.

    :param tingkat: level of the heading; 0 for a plain paragraph
    :param is_lampiran: among annexes, where a line that only begins its words with capitals may be a title, too
    """
    rapi = join_baris(teks)
    if len(rapi) > _PENDEK or _DAFTAR.match(rapi) or _KALIMAT.search(rapi) or rapi.endswith((";", ",")):
        return None
    if not tingkat and not _is_huruf_besar(rapi) and not (is_lampiran and _is_judul_lampiran(rapi)):
        return None
    return next((jenis for jenis, pola in _POLA if pola.match(rapi)), None)


def _is_judul_lampiran(teks: str) -> bool:
    """Whether nearly every word of a short line begins with a capital."""
    kata = [k for k in re.findall(r"[^\W\d_]+", teks) if len(k) > 3]
    return len(teks) <= _SEBARIS and sum(1 for k in kata if k[0].isupper()) * 10 >= len(kata) * 9 > 0


def _is_huruf_besar(teks: str) -> bool:
    huruf = [h for h in teks if h.isalpha()]
    return sum(1 for h in huruf if h.isupper()) * 10 >= len(huruf) * _PORSI_BESAR
