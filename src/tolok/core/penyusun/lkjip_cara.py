"""The annex that shows how every indicator was computed: formula, numbers put in, inputs with sources, steps."""

from __future__ import annotations

from tolok.core.dokumen.lkjip import CaraHitung, MasukanHitung
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil_tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.core.rumus.explain import explain
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import GalatRumus, parse_rumus
from tolok.core.rumus.printing import label_terbaca


def compile_cara_hitung(hasil: HasilTahun) -> tuple[CaraHitung, ...]:
    """Return one entry an indicator of the report, in printed order."""
    periode = Periode(hasil.data.tahun)
    return tuple(
        _cara(hasil, edisi, sasaran.uraian, periode)
        for sasaran in hasil.daftar_sasaran()
        for edisi in hasil.daftar_indikator(sasaran.id, periode)
    )


def _cara(hasil: HasilTahun, edisi: EdisiIndikator, sasaran: str, periode: Periode) -> CaraHitung:
    realisasi = hasil.realisasi(edisi.indikator, periode)
    capaian = hasil.capaian(edisi.indikator, periode)
    rumus = _rumus(edisi.rumus)
    variabel = _daftar_variabel(realisasi)
    return CaraHitung(
        nama=edisi.nama,
        sasaran=sasaran,
        definisi=edisi.definisi,
        rumus=rumus,
        dengan_angka=_isi_angka(rumus, variabel) if rumus else None,
        realisasi=Sel.from_hasil(realisasi),
        capaian=Sel.from_hasil(capaian),
        daftar_masukan=(
            *(_masukan(hasil, jejak) for jejak in variabel.values()),
            MasukanHitung(
                label="Target",
                nilai=Sel.from_hasil(hasil.target(edisi.indikator, periode)),
                sumber=_sumber(hasil.target(edisi.indikator, periode).jejak),
            ),
        ),
        daftar_langkah=(*explain(realisasi.jejak), *explain(capaian.jejak._replace(anak=()))),
        catatan_mutu=edisi.catatan_mutu,
    )


def _rumus(teks: str) -> Simpul | None:
    try:
        return parse_rumus(teks) if teks else None
    except GalatRumus:
        return None


def _daftar_variabel(realisasi: Hasil) -> dict[str, Jejak]:
    """Return the variables a value was computed from, each once, under the label the formula reads."""
    return {jejak.uraian: jejak for jejak in realisasi.jejak.telusuri() if jejak.operasi == "variabel"}


def _masukan(hasil: HasilTahun, jejak: Jejak) -> MasukanHitung:
    identitas = jejak.identitas or ""
    nilai = hasil.cari(identitas) if identitas else None
    return MasukanHitung(
        label=jejak.uraian,
        nilai=Sel.from_hasil(nilai) if nilai else Sel("–"),
        sumber=_sumber(jejak),
    )


def _sumber(jejak: Jejak) -> str:
    return "; ".join(dict.fromkeys(satu.sumber for satu in jejak.telusuri() if satu.sumber))


def _isi_angka(simpul: Simpul, variabel: dict[str, Jejak]) -> Simpul | None:
    """Return the formula with the value of every variable put in, or ``None`` if one of them has none."""
    match simpul:
        case BilanganTetap():
            return simpul
        case Peubah():
            jejak = variabel.get(label_terbaca(simpul))
            nilai = jejak.nilai if jejak else None
            return BilanganTetap(nilai.angka) if isinstance(nilai, Bilangan) else None
        case Negatif(isi=isi):
            dalam = _isi_angka(isi, variabel)
            return Negatif(dalam) if dalam else None
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            a, b = _isi_angka(kiri, variabel), _isi_angka(kanan, variabel)
            return Operasi(operator, a, b) if a and b else None
        case Panggilan(fungsi=fungsi, argumen=argumen):
            daftar = tuple(_isi_angka(satu, variabel) for satu in argumen)
            ada = tuple(satu for satu in daftar if satu)
            return Panggilan(fungsi, ada) if len(ada) == len(daftar) else None
