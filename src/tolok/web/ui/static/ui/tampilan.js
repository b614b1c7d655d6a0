/* Dimuat di <head>, sebelum halaman digambar: tema dan lebar bilah sisi yang dipilih pada perangkat ini. */
(() => {
  "use strict";
  const akar = document.documentElement;
  const gelap = window.matchMedia("(prefers-color-scheme: dark)");
  const baca = (kunci) => { try { return localStorage.getItem(kunci); } catch { return null; } };
  const terapkan = () => {
    const tema = baca("tolok-tema");
    akar.dataset.bsTheme = tema === "gelap" || (tema !== "terang" && gelap.matches) ? "dark" : "light";
  };
  terapkan();
  gelap.addEventListener("change", terapkan);
  /* Kertas selalu terang. */
  window.addEventListener("beforeprint", () => { akar.dataset.bsTheme = "light"; });
  window.addEventListener("afterprint", terapkan);
  window.addEventListener("storage", (ev) => { if (ev.key === "tolok-tema") terapkan(); });
  const sisi = baca("tolok-sisi");
  if (sisi !== null) akar.dataset.sisi = sisi;
  window.tolokTampilan = { terapkan, baca, simpan: (kunci, isi) => { try { isi === null ? localStorage.removeItem(kunci) : localStorage.setItem(kunci, isi); } catch { /* tanpa penyimpanan: hanya untuk halaman ini */ } } };
})();
