"""Texts without arithmetic: a count, a mean, a level, an index by a named source, a target, or no formula at all."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tolok.core.rumus.functions import KATEGORI, RATA_RATA
from tolok.core.rumus.nodes import Panggilan, Peubah, Simpul
from tolok.core.rumus.pembaca_bentuk import with_geser
from tolok.core.rumus.pembaca_lambang import HITUNG, clean_nama
from tolok.core.rumus.pembaca_urai import split_selisih


class Nama(NamedTuple):
    """The shape of such a text; without a tree ``alasan`` says why it cannot be computed."""

    bentuk: str
    simpul: Simpul | None
    alasan: str = ""


TAK_TERHITUNG: Final = "tidak_dapat_dihitung"

_BUTIR: Final = re.compile(r"^(?:[-*•o]\s+|\(?\d{1,2}[.)](?!\d)\s*|\(?[a-zA-Z][.)]\s+)+")
_FUNGSI_X: Final = re.compile(r"^[fF]\s*\(\s*[xX]\s*\)\s*[:=]?\s*|^[yY]\s*=\s*")
_PEMBUKA: Final = re.compile(
    r"^(?:(?:meng|di)?hitung(?:lah)?(?:\s+dari)?|menghitung|menjumlahkan|penjumlahan(?:\s+dari)?|diukur dari|merupakan|"
    r"berdasarkan(?=\s+(?:hasil|nilai|indeks|skor))|dihitung berdasarkan|(?:akumulasi|kumulatif)(?:\s+dari)?|"
    r"dari(?=\s+jumlah))\s+",
    re.IGNORECASE,
)
_KEPALA_TARGET: Final = re.compile(r"^(?:(?:jumlah|target|sebanyak|minimal|sebesar|total|rp)\b[\s:.]*)+", re.IGNORECASE)
_ANGKA: Final = re.compile(r"\d[\d.,]*(?:%|persen)?[.,;)]*")
_BATAS_KATA_TARGET: Final = 6
_ANGKA_SAJA: Final = re.compile(r"[\d\s.,%:;()/+*x×=-]+", re.IGNORECASE)

_HITUNGAN: Final = re.compile(
    rf"(?:{HITUNG}|cacah|frekuensi|volume|luas|panjang|kuantitas|akumulasi|sum)\b|Σ", re.IGNORECASE
)
_RATA_RATA: Final = re.compile(r"(?:(?:nilai|capaian|waktu|lama)\s+)?(?:rata\s?-?\s?rata|rerata|mean)\b", re.IGNORECASE)
_LEVEL: Final = re.compile(
    r"(?:hasil\s+|capaian\s+|pencapaian\s+|nilai\s+)?(?:level|kategori|predikat|peringkat|opini|klasifikasi|akreditasi|"
    r"status|kelas|grade|strata|tingkat(?:an)?\s+(?:maturitas|kematangan|kapabilitas|kota layak|kabupaten layak))\b",
    re.IGNORECASE,
)
_SKOR: Final = re.compile(
    r"(?:nilai|indeks|indek|index|skor|score|ikm|ipm|skm|ipp|idg|ipg|ikk|spbe|sakip|akip|nrr)\b", re.IGNORECASE
)
_HASIL: Final = re.compile(
    r"(?:berdasarkan\s+)?(?:laporan\s+)?(?:hasil|rilis|publikasi|data|angka|tingkat)\s+(?:dari\s+)?"
    r"(?:evaluasi|penilaian|survei|survey|audit|pemeriksaan|pengukuran|asesmen|assessment|verifikasi|penghitungan|"
    r"perhitungan|reviu|akhir|rilis|self|skm|ikm|lke|lhe|akip|sakip)\b",
    re.IGNORECASE,
)
_SUMBER: Final = re.compile(
    r"\b(?:bps|badan pusat statistik|bpk|kemen\w+|kementerian|inspektorat|ombudsman|bkn|kpk|bpkp|lkpp|survei|survey|"
    r"menpan\S*)\b",
    re.IGNORECASE,
)
_UKURAN: Final = re.compile(
    r"(?:angka|tingkat|hasil|persentase|prosentase|skala|kepuasan|gini|rasio gini|survei|survey|penilaian|evaluasi)\b",
    re.IGNORECASE,
)
_PERSENTASE: Final = re.compile(
    r"(?:persentase|prosentase|presentase|prosentasi|rasio|proporsi|cakupan|%)(?:\b|\s)", re.IGNORECASE
)
_KETENTUAN: Final = re.compile(r"\b(?:sesuai|berdasarkan|mengacu|menurut|terlampir|lihat)\b", re.IGNORECASE)


def classify_nama(teks: str) -> Nama:
    """Return what a text without operators says."""
    nama = clean_nama(_BUTIR.sub("", _FUNGSI_X.sub("", _BUTIR.sub("", teks.strip()))))
    sigma = bool(re.match(r"\W*(?:[fF]\s*\(x\)\s*[:=]?\s*)?Σ", teks))
    nama = clean_nama(_PEMBUKA.sub("", nama)) or nama
    if not re.search(r"\w", nama) or nama.casefold() in ("n/a", "na", "nihil", "tidak ada", "belum ada"):
        return Nama(TAK_TERHITUNG, None, "Teksnya kosong; tuliskan rumusnya.")
    if not sigma and (_is_target(nama) or _ANGKA_SAJA.fullmatch(nama)):
        return Nama(TAK_TERHITUNG, None, f"“{nama}” adalah target atau nilai, bukan rumus.")
    if _RATA_RATA.match(nama):
        return Nama("rata_rata", Panggilan(RATA_RATA, (Peubah(nama),)))
    if not sigma and (selisih := split_selisih(nama)):
        return Nama("selisih", with_geser(selisih))
    if sigma or _HITUNGAN.match(nama):
        return Nama("jumlah", Peubah(nama))
    if _LEVEL.match(nama):
        return Nama("kategori", Panggilan(KATEGORI, (Peubah(nama),)))
    if _SKOR.match(nama) or _HASIL.match(nama) or (_UKURAN.match(nama) and _SUMBER.search(nama)):
        return Nama("indeks", Peubah(nama))
    return Nama(TAK_TERHITUNG, None, _alasan(nama))


def _is_target(nama: str) -> bool:
    """Whether the text is amounts with their units: "150 Orang 1 tahun", "Jumlah laporan: 12 laporan"."""
    depan, titik_dua, belakang = nama.rpartition(":")
    isi = belakang if titik_dua and _KEPALA_TARGET.match(depan) else nama
    daftar_kata = _KEPALA_TARGET.sub("", isi.strip()).split()
    if not daftar_kata or not _ANGKA.fullmatch(daftar_kata[0]):
        return False
    kata_berurutan = 0
    for kata in daftar_kata:
        kata_berurutan = 0 if _ANGKA.fullmatch(kata) else kata_berurutan + 1
        if kata_berurutan > _BATAS_KATA_TARGET or kata.casefold() == "yang":
            return False
    return True


def _alasan(nama: str) -> str:
    if _PERSENTASE.match(nama):
        return "Hanya mengulang nama persentase; pembilang dan penyebutnya tidak disebut."
    if _KETENTUAN.search(nama):
        return "Hanya merujuk ketentuan; tidak menyebut apa yang dihitung."
    if len(nama.split()) > 12:
        return "Uraian tanpa hitungan; tidak menyebut apa yang dijumlahkan, dibagi, atau dinilai."
    return "Hanya mengulang sebuah nama yang bukan hitungan; tidak menyebut apa yang dihitung."
