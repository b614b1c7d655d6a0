/* Perilaku halaman. Server yang menghitung dan menyaring; di sini hanya menu, papan ketik, pohon, dan pesan gagal.
   Semua memakai delegasi, jadi potongan yang ditukar htmx tidak perlu disiapkan lagi. */
(() => {
  "use strict";
  const $ = (s, a = document) => a.querySelector(s);
  const $$ = (s, a = document) => [...a.querySelectorAll(s)];
  const akar = document.documentElement;
  const tampilan = window.tolokTampilan;
  const ponsel = window.matchMedia("(max-width: 760px)");
  const terlihat = (el) => !!el && el.getClientRects().length > 0;

  /* ---------- Menu ---------- */
  let sisiSemula = "";
  const bukaMenu = () => {
    sisiSemula = akar.dataset.sisi;
    akar.dataset.sisi = "buka";
    $("[data-menu]").setAttribute("aria-expanded", "true");
    $(".tk-sisi a").focus();
  };
  const tutupMenu = () => {
    akar.dataset.sisi = sisiSemula;
    $("[data-menu]").setAttribute("aria-expanded", "false");
  };
  const tandaiLebar = () => $$("[data-lebar]").forEach((b) => {
    const ringkas = akar.dataset.sisi === "ringkas";
    b.setAttribute("aria-expanded", String(!ringkas));
    b.setAttribute("aria-label", ringkas ? "Lebarkan menu" : "Ringkas menu");
  });
  const tutupTurun = (kecuali) => $$("details[data-turun][open]").forEach((d) => { if (d !== kecuali) d.open = false; });

  /* ---------- Tema ---------- */
  const tandaiTema = () => {
    const kini = tampilan.baca("tolok-tema") ?? "";
    $$("[data-tema]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.tema === kini)));
  };
  const pilihTema = (tema) => { tampilan.simpan("tolok-tema", tema || null); tampilan.terapkan(); tandaiTema(); };

  /* ---------- Laci ---------- */
  const bukaLaci = (b) => {
    const kerja = b.closest(".tk-kerja");
    $$("tbody.pilih, tr.pilih", kerja).forEach((t) => t.classList.remove("pilih"));
    b.closest(b.closest(".tk-isian") ? "tbody" : "tr")?.classList.add("pilih");
    $$("[data-laci]", kerja).forEach((x) => x.removeAttribute("data-laci-asal"));
    b.setAttribute("data-laci-asal", "");
    kerja.classList.remove("tutup");
    if (!b.hasAttribute("hx-get")) $(".tk-laci h2", kerja)?.focus();
  };
  const tutupLaci = (kerja) => {
    kerja.classList.add("tutup");
    $("[data-laci-asal]", kerja)?.focus();
  };

  /* ---------- Klik ---------- */
  document.addEventListener("click", (ev) => {
    const ke = (s) => ev.target.closest(s);
    let b;
    if (ke("[data-menu]")) { bukaMenu(); return; }
    if (akar.dataset.sisi === "buka" && !ke(".tk-sisi")) tutupMenu();
    tutupTurun(ke("details[data-turun]"));
    if (ke("[data-lebar]")) {
      akar.dataset.sisi = akar.dataset.sisi === "ringkas" ? "" : "ringkas";
      tampilan.simpan("tolok-sisi", akar.dataset.sisi);
      tandaiLebar();
    } else if ((b = ke("[data-tema]"))) pilihTema(b.dataset.tema);
    else if (ke("[data-tema-balik]")) pilihTema(akar.dataset.bsTheme === "dark" ? "terang" : "gelap");
    else if ((b = ke("[data-laci]"))) bukaLaci(b);
    else if ((b = ke("[data-tutup-laci]"))) tutupLaci(b.closest(".tk-kerja"));
    else if ((b = ke(".lipat"))) lipat(b);
    else if ((b = ke("[data-lipat]"))) lipatSampai(b);
    else if ((b = ke("[data-saring-tanda]"))) { b.setAttribute("aria-pressed", String(b.getAttribute("aria-pressed") !== "true")); saring(pohonDari(b)); }
    else if (ke("[data-cetak]")) window.print();
    else if ((b = ke("[data-ajukan]")) && fokusSalah()) ev.preventDefault();
  });

  /* Ajukan tidak dimatikan: isian pertama yang salah digulir ke tengah dan difokus. */
  const fokusSalah = (wadah = document) => {
    const salah = $("[aria-invalid='true']", wadah);
    if (!salah) return false;
    salah.scrollIntoView({ block: "center" });
    salah.focus({ preventScroll: true });
    return true;
  };

  /* ---------- Papan ketik ---------- */
  const geserIsian = (ev) => {
    const el = ev.target;
    if (!el.matches(".tk-isian input, .tk-isian select")) return false;
    const angka = el.tagName === "INPUT";
    const arah = ev.key === "Enter" ? (ev.shiftKey ? -1 : 1) : angka && ev.key === "ArrowDown" ? 1 : angka && ev.key === "ArrowUp" ? -1 : 0;
    if (!arah) return false;
    const isian = $$("input:not(:disabled, [type='hidden']), select:not(:disabled)", el.closest(".tk-isian"));
    const lanjut = isian[isian.indexOf(el) + arah];
    if (!lanjut) el.form?.requestSubmit(); /* isian terakhir: simpan tanpa pindah */
    lanjut?.focus();
    lanjut?.select?.();
    return true;
  };
  document.addEventListener("keydown", (ev) => {
    if (ev.ctrlKey || ev.metaKey || ev.altKey) return;
    const mengetik = ev.target.matches?.("input, textarea, select, [contenteditable]");
    if (ev.key === "/" && !mengetik) {
      const cari = $("#cari");
      if (terlihat(cari)) { ev.preventDefault(); cari.focus(); cari.select(); }
    } else if (ev.key === "Escape") {
      const turun = $("details[data-turun][open]");
      const kerja = $(".tk-kerja:not(.tutup)");
      if (turun) { turun.open = false; $("summary", turun).focus(); }
      else if (akar.dataset.sisi === "buka") { tutupMenu(); $("[data-menu]").focus(); }
      else if (kerja) tutupLaci(kerja);
    } else if (geserIsian(ev)) ev.preventDefault();
  });

  /* ---------- Pohon: lipat, buka sampai tingkat, cari ---------- */
  const keadaan = new WeakMap();
  const pohonDari = (el) => $(".tk-pohon", el.closest("[data-pohon], .tk-kartu, main") ?? document);
  const siapkan = (pohon) => {
    if (keadaan.has(pohon)) return keadaan.get(pohon);
    const baris = $$("tbody tr", pohon);
    const anak = new Map();
    baris.forEach((r) => { const k = r.dataset.induk ?? ""; anak.set(k, [...(anak.get(k) ?? []), r]); });
    const isi = { baris, anak: (id) => anak.get(id) ?? [], asli: new Map(baris.map((r) => [r, $(".nama", r)?.textContent ?? ""])), simpanan: null };
    keadaan.set(pohon, isi);
    return isi;
  };
  const segarkan = (pohon) => {
    const k = siapkan(pohon);
    const jalan = (id, tampak) => k.anak(id).forEach((r) => {
      r.hidden = !tampak;
      if (r.id) jalan(r.id, tampak && $(".lipat", r)?.getAttribute("aria-expanded") !== "false");
    });
    jalan("", true);
  };
  const lipat = (b) => {
    b.setAttribute("aria-expanded", String(b.getAttribute("aria-expanded") !== "true"));
    segarkan(b.closest(".tk-pohon"));
  };
  const lipatSampai = (b) => {
    const pohon = pohonDari(b);
    siapkan(pohon).baris.forEach((r) => $(".lipat", r)?.setAttribute("aria-expanded", String(Number(r.dataset.d) < Number(b.dataset.lipat))));
    segarkan(pohon);
  };
  const tandai = (r, teks, q) => {
    const nama = $(".nama", r);
    if (!nama) return;
    const k = q ? teks.toLowerCase().indexOf(q) : -1;
    if (k < 0) { if ($("mark", nama)) nama.textContent = teks; return; }
    const m = document.createElement("mark");
    m.textContent = teks.slice(k, k + q.length);
    nama.replaceChildren(teks.slice(0, k), m, teks.slice(k + q.length));
  };
  const saring = (pohon) => {
    const k = siapkan(pohon);
    const wadah = pohon.closest("[data-pohon], .tk-kartu, main") ?? document;
    const q = ($("[data-cari-pohon]", wadah)?.value ?? "").trim().toLowerCase();
    const tanda = $("[data-saring-tanda][aria-pressed='true']", wadah);
    const jumlah = $("[data-jumlah]", wadah);
    const lipatan = k.baris.map((r) => [r, $(".lipat", r)]).filter(([, b]) => b);
    if (!q && !tanda) {
      k.simpanan?.forEach((v, b) => b.setAttribute("aria-expanded", v));
      k.simpanan = null;
      k.baris.forEach((r) => tandai(r, k.asli.get(r), ""));
      segarkan(pohon);
      if (jumlah) jumlah.textContent = "";
      return;
    }
    const cocok = k.baris.filter((r) => (!q || r.textContent.toLowerCase().includes(q)) && (!tanda || r.dataset.tanda));
    const lihat = new Set();
    cocok.forEach((r) => { for (let t = r; t; t = t.dataset.induk && document.getElementById(t.dataset.induk)) lihat.add(t); });
    k.baris.forEach((r) => { r.hidden = !lihat.has(r); tandai(r, k.asli.get(r), lihat.has(r) ? q : ""); });
    k.simpanan ??= new Map(lipatan.map(([, b]) => [b, b.getAttribute("aria-expanded")]));
    lipatan.forEach(([r, b]) => b.setAttribute("aria-expanded", String(k.anak(r.id).some((x) => lihat.has(x)))));
    if (jumlah) jumlah.textContent = cocok.length ? `${cocok.length} cocok` : "Tidak ada yang cocok. Coba kata yang lebih pendek.";
  };
  document.addEventListener("input", (ev) => { if (ev.target.matches("[data-cari-pohon]")) saring(pohonDari(ev.target)); });

  /* ---------- Permintaan yang gagal: isian tetap di layar ---------- */
  const bacaKuki = (nama) => document.cookie.split("; ").find((k) => k.startsWith(`${nama}=`))?.slice(nama.length + 1) ?? "";
  const siar = (teks, { tautan = null, coba = null, jenis = "galat" } = {}) => {
    const wadah = $("[data-siar]");
    const pola = $("#tk-pola-pesan");
    if (!wadah || !pola) return;
    const kotak = pola.content.cloneNode(true);
    $("p", kotak).textContent = teks;
    $(".tk-pesan", kotak).className = `tk-pesan ${jenis}`;
    if (jenis === "info") $(".tk-pesan", kotak).setAttribute("role", "status");
    const tombol = $(".tk-baris-tombol", kotak);
    const [a, ulang] = [$("a", tombol), $("button", tombol)];
    if (tautan) a.href = tautan; else a.remove();
    if (coba) ulang.addEventListener("click", () => { tutupSiar(); coba(); }); else ulang.remove();
    if (!tautan && !coba) tombol.remove();
    wadah.replaceChildren(kotak);
    wadah.classList.add("lekat");
  };
  const tutupSiar = () => { const w = $("[data-siar].lekat"); w?.replaceChildren(); w?.classList.remove("lekat"); };
  document.addEventListener("click", (ev) => { if (ev.target.closest("[data-tutup-siar]")) tutupSiar(); });
  const cobaLagi = (ctx) => () => window.htmx.ajax(ctx.request.method, ctx.request.action, { source: ctx.sourceElement, event: ctx.sourceEvent });
  const pesanServer = (teks) => {
    const p = new DOMParser().parseFromString(teks ?? "", "text/html").querySelector("[data-pesan-galat]");
    return p?.textContent.replace(/\s+/g, " ").trim();
  };

  document.addEventListener("htmx:config:request", (ev) => {
    const permintaan = ev.detail.ctx.request;
    if (!/^(GET|HEAD)$/.test(permintaan.method)) permintaan.headers["X-CSRFToken"] = bacaKuki("csrftoken");
  });
  /* Yang lama disebut: sesudah 5 detik, kata dari data-sedang pada yang meminta. */
  const lama = new WeakMap();
  document.addEventListener("htmx:before:request", (ev) => {
    const { ctx } = ev.detail;
    ctx.target?.setAttribute?.("aria-busy", "true");
    lama.set(ctx, setTimeout(() => {
      siar(`${ctx.sourceElement.dataset.sedang ?? "Masih dikerjakan server"}. Halaman ini menunggu jawabannya.`, { jenis: "info" });
    }, 5000));
  });
  document.addEventListener("htmx:finally:request", (ev) => {
    const { ctx } = ev.detail;
    ctx.target?.removeAttribute?.("aria-busy");
    clearTimeout(lama.get(ctx));
    if ($("[data-siar] .tk-pesan.info")) tutupSiar();
  });
  document.addEventListener("htmx:after:request", (ev) => {
    const { ctx } = ev.detail;
    const status = ctx.response.status;
    if (status < 400) { if (!/^(GET|HEAD)$/.test(ctx.request.method)) tutupSiar(); return; }
    if (status === 409 || status === 422) return; /* halaman yang menjawab: ditukar seperti biasa */
    ev.preventDefault();
    if (status === 401) {
      siar("Sesi Anda berakhir. Isian di layar ini masih ada. Masuk di tab baru, lalu coba lagi di sini.", { tautan: document.body.dataset.masuk || "/", coba: cobaLagi(ctx) });
    } else {
      const coba = status === 429 || status >= 500 ? cobaLagi(ctx) : null;
      siar(pesanServer(ctx.text) || `Server menolak permintaan ini (${status}). Isian Anda masih ada di layar ini.`, { coba });
    }
  });
  document.addEventListener("htmx:error", (ev) => {
    const { ctx } = ev.detail;
    if (!ctx || ctx.response) return; /* kesalahan sesudah jawaban datang bukan urusan sambungan */
    siar("Sambungan terputus, jadi permintaan belum sampai. Isian Anda masih ada di layar ini.", { coba: cobaLagi(ctx) });
  });
  document.addEventListener("htmx:after:swap", (ev) => {
    const { ctx } = ev.detail;
    if (ctx.response?.status === 422) fokusSalah(ctx.target?.isConnected ? ctx.target : document);
    $$("[data-fokus]").forEach((el) => { el.removeAttribute("data-fokus"); el.focus(); });
  });
  /* Token baru sesudah masuk di tab lain: formulir biasa memakai yang sekarang berlaku. */
  document.addEventListener("submit", (ev) => {
    const token = $("input[name='csrfmiddlewaretoken']", ev.target);
    const kuki = bacaKuki("csrftoken");
    if (token && kuki) token.value = kuki;
  }, true);

  /* ---------- Mulai ---------- */
  $$(".tk-pohon").forEach(segarkan);
  document.addEventListener("htmx:after:swap", () => $$(".tk-pohon").forEach((p) => { if (!keadaan.has(p)) segarkan(p); }));
  ponsel.addEventListener("change", () => { if (akar.dataset.sisi === "buka") tutupMenu(); });
  tandaiLebar();
  tandaiTema();
})();
