"""The annex that shows how every indicator was computed: formula, numbers put in, inputs with sources, steps."""

from __future__ import annotations

from collections.abc import Iterator

from tolok.core.dokumen.lkjip import ButirMutu, CaraHitung, MasukanHitung
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.penjelasan import explain_hasil
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kalimat import kalimat_capaian
from tolok.core.penyusun.rumus_huruf import compile_rumus
from tolok.core.periode import Periode


def compile_cara_hitung(hasil: HasilTahun) -> tuple[CaraHitung, ...]:
    """Return one entry an indicator of the report, in printed order, each followed by its parts."""
    periode = Periode(hasil.data.tahun)
    return tuple(
        _cara(hasil, edisi, sasaran.uraian, periode)
        for sasaran in hasil.daftar_sasaran()
        for induk in hasil.daftar_indikator(sasaran.id, periode)
        for edisi in (induk, *hasil.daftar_bagian(induk.indikator, periode))
    )


def _cara(hasil: HasilTahun, edisi: EdisiIndikator, sasaran: str, periode: Periode) -> CaraHitung:
    realisasi = hasil.realisasi(edisi.indikator, periode)
    capaian = hasil.capaian(edisi.indikator, periode)
    target = hasil.target(edisi.indikator, periode)
    return CaraHitung(
        nama=edisi.nama,
        sasaran=sasaran,
        definisi=edisi.definisi,
        rumus=compile_rumus(hasil, edisi, periode),
        hasil=kalimat_capaian(
            nama=edisi.nama,
            tahun=periode.tahun,
            target=target,
            realisasi=realisasi,
            capaian=capaian,
            predikat=hasil.predikat(edisi.indikator, periode),
        ),
        daftar_masukan=tuple(
            MasukanHitung(label=label, nilai=Sel.from_hasil(nilai), sumber=_sumber(nilai.jejak))
            for label, nilai in (*_daftar_variabel(hasil, realisasi), ("Realisasi", realisasi), ("Target", target))
        ),
        daftar_langkah=explain_hasil(capaian),
        daftar_mutu=tuple(ButirMutu(nama=nama, isi=isi) for nama, isi in edisi.mutu_per_nama.items()),
    )


def _daftar_variabel(hasil: HasilTahun, realisasi: Hasil) -> Iterator[tuple[str, Hasil]]:
    """Yield the variables a value was computed from, each once, under the label the formula reads."""
    terlihat: set[str] = set()
    for jejak in realisasi.jejak.telusuri():
        if jejak.operasi == "variabel" and jejak.identitas and jejak.identitas not in terlihat:
            terlihat.add(jejak.identitas)
            yield jejak.uraian, hasil.cari(jejak.identitas)


def _sumber(jejak: Jejak) -> str:
    """Return every source a value rests on, each once."""
    return "; ".join(dict.fromkeys(satu.sumber for satu in jejak.telusuri() if satu.sumber))
