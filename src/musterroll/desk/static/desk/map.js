// The map where there is JavaScript: it takes the place of the drawn one. All words and links are set as text and
// attributes of elements, never as markup. Nothing is asked of another site.
(function () {
  "use strict";
  const FINE_FROM = 6;
  const CELL = 15;
  const NAMES_BY_ZOOM = [[2, 0], [3, 2], [4, 3], [5, 5], [99, 7]];

  function element(name, words, kind) {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    if (kind) made.className = kind;
    return made;
  }

  function json(address) {
    return fetch(address, { credentials: "same-origin" }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status + " " + address);
      return answer.json();
    });
  }

  function kindOf(feature) {
    return feature.properties.kind;
  }

  // Land has an edge of its own in the rough layer alone; the cells of the fine one have coasts, and edges that are none.
  function ground(layer, isFine) {
    const land = isFine ? "land" : "land edged";
    return L.geoJSON(layer, {
      interactive: false,
      pane: "ground",
      filter: (feature) => kindOf(feature) !== "name",
      style: (feature) => ({ className: kindOf(feature) === "land" ? land : kindOf(feature) }),
    });
  }

  function names(layer, language) {
    return layer.features.filter((feature) => kindOf(feature) === "name").map((feature) => {
      const held = feature.properties;
      const [lon, lat] = feature.geometry.coordinates;
      const words = element("span", (language === "ar" && held.ar) || held.en);
      const icon = L.divIcon({ className: "country-name", html: words, iconSize: [0, 0] });
      return { rank: held.rank, wide: words.textContent.length * 6.5, marker: L.marker([lat, lon], { icon: icon, interactive: false, keyboard: false, pane: "names" }) };
    });
  }

  // Names of countries where no pin and no name of a pin stands.
  function showNames(map, held, board) {
    const rank = NAMES_BY_ZOOM.find(([zoom]) => map.getZoom() <= zoom)[1];
    held.forEach((name) => {
      const point = map.project(name.marker.getLatLng());
      const box = boxOf(point.x - name.wide / 2, point.y, name.wide, 7);
      if (name.rank <= rank && !board.taken.some((other) => meets(box, other))) name.marker.addTo(map);
      else name.marker.remove();
    });
  }

  function saying(properties, say) {
    const words = properties.name + ": " + properties.claims.toLocaleString("en") + " " + say.sayClaims;
    return properties.precision >= 3 ? words + " (" + say.sayRough + ")" : words;
  }

  function popup(properties, say) {
    const box = element("div");
    box.dir = "auto";
    box.append(element("p", properties.name, "name"));
    box.append(element("p", properties.claims.toLocaleString("en") + " " + say.sayClaims));
    const counts = Object.entries(properties.counts || {});
    if (counts.length) {
      const list = element("ul");
      counts.forEach(([words, count]) => list.append(element("li", words + ": " + count.toLocaleString("en"))));
      box.append(list);
    }
    if (properties.precision >= 3) box.append(element("p", say.sayRough, "soft"));
    if (ownAddress(properties.link)) {
      const link = element("a", say.sayOpen);
      link.href = properties.link;
      box.append(link);
    }
    return box;
  }

  function ownAddress(address) {
    return typeof address === "string" && new URL(address, location.href).origin === location.origin;
  }

  function radiusOf(feature) {
    return Math.min(4.5 + 1.3 * Math.sqrt(Math.max(feature.properties.claims, 0)), 24);
  }

  function pin(feature, spot, say) {
    const held = feature.properties;
    const made = L.circleMarker(spot, { radius: radiusOf(feature), className: held.precision >= 3 ? "rough" : "spot" });
    made.bindPopup(() => popup(held, say));
    made.on("add", () => reachable(made, saying(held, say)));
    return made;
  }

  function reachable(marker, words) {
    const shape = marker.getElement();
    if (!shape || shape.hasAttribute("tabindex")) return;
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    shape.setAttribute("aria-label", words);
    shape.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      marker.openPopup();
      const link = marker.getPopup().getElement().querySelector("a[href]");
      if (link) link.focus();
      marker.once("popupclose", () => shape.focus());
    });
  }

  function inView(map, link) {
    const held = map.getBounds();
    const corners = [held.getWest(), held.getSouth(), held.getEast(), held.getNorth()];
    const limits = [[-180, 180], [-90, 90], [-180, 180], [-90, 90]];
    const bbox = corners.map((degree, i) => Math.min(Math.max(degree, limits[i][0]), limits[i][1]).toFixed(3));
    const address = new URL(link.dataset.list, location.href);
    address.searchParams.set("bbox", bbox.join(","));
    link.href = address.pathname + address.search;
  }

  function start(atlas, pins) {
    const say = atlas.dataset;
    const plane = element("div", "", "plane");
    plane.dir = "ltr";
    plane.setAttribute("role", "region");
    plane.setAttribute("aria-label", say.sayMap);
    atlas.classList.add("live");
    atlas.append(plane);
    const map = L.map(plane, {
      attributionControl: false, zoomControl: false, minZoom: 1, maxZoom: 11, zoomSnap: 0.5, worldCopyJump: true,
      closePopupOnClick: true, scrollWheelZoom: false,
    });
    L.control.zoom({ zoomInTitle: say.sayIn, zoomOutTitle: say.sayOut }).addTo(map);
    map.on("popupopen", (event) => {
      const close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
      if (close) close.setAttribute("aria-label", say.sayClose);
    });
    plane.addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(); });
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    fill(map, atlas, pins);
  }

  function fill(map, atlas, pins) {
    const say = atlas.dataset;
    map.createPane("ground").style.zIndex = 250;
    map.createPane("names").style.zIndex = 450;
    map.getPane("names").style.pointerEvents = "none";
    const placed = pins.features.filter((feature) => feature.geometry);
    const spots = placed.map((feature) => [feature.geometry.coordinates[1], feature.geometry.coordinates[0]]);
    const link = atlas.parentElement.querySelector("a.in-view");
    map.on("moveend", () => link && inView(map, link));
    map.fitBounds(sheetOf(atlas, spots).pad(0.12), { maxZoom: 6, animate: false });
    placed.map((feature, i) => pin(feature, spots[i], say)).forEach((made) => made.addTo(map));
    const board = { taken: [] };
    pinNames(map, placed.map((feature, i) => ({ words: feature.properties.name, spot: spots[i], radius: radiusOf(feature) })), board);
    layersOf(map, say, board);
  }

  // Where most is said: pins far off wait outside until somebody zooms out.
  function sheetOf(atlas, spots) {
    const [west, south, east, north] = (atlas.dataset.sheet || "").split(",").map(Number);
    return Number.isFinite(north) ? L.latLngBounds([south, west], [north, east]) : L.latLngBounds(spots);
  }

  // Names beside the pins, those with most claims first, where no pin and no other name stands.
  function pinNames(map, held, board) {
    const group = L.layerGroup().addTo(map);
    function choose() {
      group.clearLayers();
      const points = held.map((one) => map.project(one.spot));
      const taken = held.map((one, i) => boxOf(points[i].x - one.radius, points[i].y, one.radius * 2, one.radius));
      held.forEach((one, i) => {
        const wide = one.words.length * 7;
        const right = boxOf(points[i].x + one.radius + 3, points[i].y, wide, 7);
        const left = boxOf(points[i].x - one.radius - 3 - wide, points[i].y, wide, 7);
        const box = [right, left].find((asked) => !taken.some((other, j) => j !== i && meets(asked, other)));
        if (!box) return;
        taken.push(box);
        const kind = box === right ? "pin-name" : "pin-name before";
        const reach = (one.radius + 4) * (box === right ? -1 : 1);
        const icon = L.divIcon({ className: kind, html: element("span", one.words), iconSize: [0, 0], iconAnchor: [reach, 0] });
        L.marker(one.spot, { icon: icon, interactive: false, keyboard: false, pane: "names" }).addTo(group);
      });
      board.taken = taken;
    }
    map.on("zoomend", choose);
    choose();
  }

  function boxOf(left, middle, width, half) {
    return { left: left, right: left + width, top: middle - half, bottom: middle + half };
  }

  function meets(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  // The rough layer below zoom 6, the fine cells in view from there on; each is asked for once, when first needed.
  function layersOf(map, say, board) {
    const rough = L.layerGroup();
    const fine = L.layerGroup();
    const named = { rough: [], fine: [] };
    const asked = new Set();
    let index = null;

    function take(file, group, called) {
      if (asked.has(file)) return;
      asked.add(file);
      json(say.layers + file).then((layer) => {
        ground(layer, group === fine).addTo(group);
        called.push(...names(layer, say.language));
        chooseNames();
      }).catch(() => asked.delete(file));
    }

    function chooseNames() {
      const isFine = map.getZoom() >= FINE_FROM;
      named[isFine ? "rough" : "fine"].forEach((name) => name.marker.remove());
      showNames(map, named[isFine ? "fine" : "rough"], board);
    }

    function choose() {
      const isFine = map.getZoom() >= FINE_FROM;
      (isFine ? rough : fine).remove();
      (isFine ? fine : rough).addTo(map);
      if (!isFine) take("base.json", rough, named.rough);
      else if (index) cellsInView(map.getBounds()).filter((cell) => index.has(cell))
        .forEach((cell) => take("detail/" + cell + ".json", fine, named.fine));
      else json(say.layers + "index.json").then((held) => { index = new Set(held.cells); choose(); });
      chooseNames();
    }

    map.on("moveend", choose);
    choose();
  }

  function cellsInView(held) {
    const cells = [];
    for (let lon = Math.floor((held.getWest() + 180) / CELL); lon <= (held.getEast() + 180) / CELL; lon += 1) {
      for (let lat = Math.floor((held.getSouth() + 90) / CELL); lat <= (held.getNorth() + 90) / CELL; lat += 1) {
        cells.push(lon + "_" + lat);
      }
    }
    return cells;
  }

  function bring(atlas) {
    json(atlas.dataset.pins)
      .then((pins) => { if (window.L && pins.features.some((held) => held.geometry)) start(atlas, pins); })
      .catch(() => { /* the drawn map stays */ });
  }

  // Nothing is fetched for a map that nobody has come near: until then the drawn one stands there.
  const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    near.unobserve(entry.target);
    bring(entry.target);
  }), { rootMargin: "300px" });
  document.querySelectorAll(".atlas[data-pins]").forEach((atlas) => near.observe(atlas));
})();
