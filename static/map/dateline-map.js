/* The map in the browser: basemap, places, areas and their labels.
 *
 * Python sends plain data (components/map_layers.py); nothing of it is read as markup: text reaches the page through
 * textContent only. `datelineMap.base` runs once in a frame, `datelineMap.show` each time that the data change; it
 * keeps the layers, the zoom and the open popup when only the selection is another.
 */
(function () {
  "use strict";

  const ALWAYS_NAMED = 25; // up to so many places, every name is shown
  const ATTRIBUTION = '<a href="https://www.naturalearthdata.com" target="_blank" rel="noopener">Natural Earth</a>';
  const STREETS = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const STREETS_BY =
    '© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a> contributors';

  const TONES = { "−": "dl-hostile", "+": "dl-friendly", "=": "dl-even" };

  const states = new WeakMap();

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = text;
    return node;
  }

  function json(state, name) {
    state.files = state.files || {};
    state.files[name] =
      state.files[name] ||
      fetch(`${state.options.static}/basemap/${name}.json`).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      });
    return state.files[name];
  }

  // ---- marks ------------------------------------------------------------------------------------------------

  const SquareMark = L.CircleMarker.extend({
    _updatePath: function () {
      const p = this._point, r = this._radius * 0.9, c = r * 0.35;
      const path =
        `M${p.x - r + c} ${p.y - r}h${2 * (r - c)}q${c} 0 ${c} ${c}v${2 * (r - c)}q0 ${c} ${-c} ${c}` +
        `h${-2 * (r - c)}q${-c} 0 ${-c} ${-c}v${-2 * (r - c)}q0 ${-c} ${c} ${-c}z`;
      this._renderer._setPath(this, path);
    },
  });

  function markStyle(state, feature) {
    const colours = state.options.colours, one = feature.properties;
    const chosen = one.id === state.selected, literal = one.role === "literal";
    return {
      radius: one.radius + (chosen ? 2 : 0),
      color: chosen ? colours.ink : literal ? colours.paper : colours.accent,
      weight: chosen ? 3 : literal ? 1.5 : 2.5,
      opacity: 1,
      fillColor: chosen ? colours.selected : literal ? colours.accent : colours.paper,
      fillOpacity: literal || chosen ? 0.92 : 0.8,
    };
  }

  function popup(feature) {
    const one = feature.properties, box = element("div", "dl-popup");
    box.append(element("strong", null, one.name), element("div", "dl-kind", one.where));
    box.append(element("div", "dl-count", one.count));
    if (one.happens) box.append(element("div", "dl-count", one.happens));
    if (one.evidence) box.append(element("q", null, one.evidence));
    return box;
  }

  function reachableByKeyboard(layer) {
    const path = layer.getElement(), one = layer.feature.properties;
    if (!path) return;
    path.setAttribute("tabindex", "0");
    path.setAttribute("role", "button");
    path.setAttribute("aria-label", [one.name, one.where, one.count, one.happens].filter(Boolean).join(", "));
    path.setAttribute("data-place", one.id);
    path.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(layer);
    });
  }

  function choose(layer) {
    layer.fire("click", { latlng: layer.getLatLng() }, true);
  }

  function placesLayer(map, state, features) {
    state.marks = new Map();
    const group = L.geoJSON(null, {
      pointToLayer: (feature, at) =>
        new (feature.properties.area ? SquareMark : L.CircleMarker)(at, { pane: "dl-marks", renderer: state.svg }),
      style: (feature) => markStyle(state, feature),
      onEachFeature: (feature, layer) => {
        // A time stamp, so that choosing the same place again is told to Python as a new choice.
        layer.on("click", () => { feature.properties.at = Date.now(); });
        layer.on("add", () => reachableByKeyboard(layer));
        layer.bindPopup(() => popup(feature), { maxWidth: 300, autoPanPadding: [24, 24] });
        layer.bindTooltip(() => element("span", null, feature.properties.name), { direction: "top", sticky: true });
        state.marks.set(feature.properties.id, layer);
      },
    });
    group.addData({ type: "FeatureCollection", features });
    return group.addTo(map);
  }

  /* Where the name of the chosen place might lie as well: faint, not to be chosen here, named when pointed at. */
  function drawCandidates(map, state, candidates) {
    if (state.candidates) state.candidates.remove();
    const look = { radius: 5, color: state.options.colours.muted, weight: 1.5, dashArray: "2 3", fillOpacity: 0.25,
      fillColor: state.options.colours.muted, pane: "dl-candidates", renderer: state.candidateSvg };
    state.candidates = L.layerGroup(
      candidates.map((one) =>
        L.circleMarker([one.at[1], one.at[0]], look)
          .bindTooltip(() => element("span", null, `Not taken: ${one.name}`), { direction: "top" })),
    ).addTo(map);
  }

  // ---- areas ------------------------------------------------------------------------------------------------

  async function outline(state, area) {
    if (area.country) {
      const countries = await json(state, "countries");
      const found = countries.features.find((one) => one.properties.iso2 === area.country);
      if (found) return found.geometry;
    }
    if (area.sea) {
      const seas = await json(state, "seas");
      const found = seas.features.find((one) => one.properties.name.toLowerCase() === area.sea);
      if (found) return found.geometry;
    }
    return area.geometry;
  }

  function areaStyle(state, area) {
    const colours = state.options.colours, chosen = area.id === state.selected;
    return {
      color: chosen ? colours.selected : colours.accent,
      weight: chosen ? 2.5 : 1.2,
      opacity: chosen ? 1 : 0.65,
      dashArray: area.vague ? "2 5" : area.extent ? "7 5" : null,
      fillColor: chosen ? colours.selected : colours.accent,
      fillOpacity: chosen ? 0.18 : area.vague ? 0.12 : 0.07,
    };
  }

  async function drawAreas(map, state, areas) {
    const turn = (state.turn = (state.turn || 0) + 1);
    const drawn = [];
    for (const area of areas) {
      const geometry = await outline(state, area).catch(() => area.geometry);
      if (geometry) drawn.push([area, geometry]);
    }
    if (turn !== state.turn) return; // newer data came meanwhile
    if (state.areas) state.areas.remove();
    state.areas = L.layerGroup().addTo(map);
    state.areaLayers = drawn.map(([area, geometry]) => {
      const options = { pane: "dl-areas", interactive: false, style: () => areaStyle(state, area) };
      return [area, L.geoJSON(geometry, options).addTo(state.areas)];
    });
  }

  // ---- labels -----------------------------------------------------------------------------------------------

  const ink = document.createElement("canvas").getContext("2d");

  function textWidth(text, font) {
    ink.font = font;
    return Math.min(ink.measureText(text).width, 190);
  }

  const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  function placeLabels(map, state, taken) {
    const size = map.getSize(), few = state.marks.size <= ALWAYS_NAMED, found = [];
    const marks = [...state.marks.values()].sort((a, b) => weight(state, b) - weight(state, a));
    for (const layer of marks) {
      const at = map.latLngToContainerPoint(layer.getLatLng()), r = layer.getRadius();
      if (at.x < -20 || at.y < -20 || at.x > size.x + 20 || at.y > size.y + 20) continue;
      taken.push([at.x - r, at.y - r, at.x + r, at.y + r]);
      found.push([layer, at, r]);
    }
    const labels = [];
    for (const [layer, at, r] of found) {
      if (labels.length >= 120) break;
      const one = layer.feature.properties, chosen = one.id === state.selected;
      const chips = one.acts.reduce((sum, [, count]) => sum + 22 + 8 * String(count).length, 0);
      const w = textWidth(one.name, `${chosen ? 700 : 600} 13px ${state.font}`) + (chosen ? 12 : 8) + chips, h = 18;
      const spots = [[at.x + r + 2, at.y - 9], [at.x - r - 2 - w, at.y - 9], [at.x - w / 2, at.y - r - 1 - h],
        [at.x - w / 2, at.y + r + 1]];
      let best = null, least = Infinity;
      for (const [x, y] of spots) {
        const box = [x, y, x + w, y + h];
        let cost = taken.reduce((sum, other) => sum + overlaps(box, other), 0);
        if (x < 0 || y < 0 || box[2] > size.x || box[3] > size.y) cost += 1.5;
        if (cost < least) [best, least] = [box, cost];
        if (!cost) break;
      }
      if (least >= 1 && !few && !chosen) continue;
      taken.push(best);
      labels.push({ box: best, text: one.name, className: `dl-place${chosen ? " dl-chosen" : ""}`, layer,
        acts: one.acts });
    }
    return labels;
  }

  const weight = (state, layer) =>
    (layer.feature.properties.id === state.selected ? 1e6 : 0) + layer.feature.properties.mentions;

  function baseLabels(map, state, taken) {
    if (!state.names || state.streets) return [];
    const zoom = map.getZoom(), size = map.getSize(), labels = [];
    const shown = new Set([...state.marks.values()].map((one) => one.feature.properties.name.toLowerCase()));
    for (const one of state.names) {
      if (one.zoom > zoom + 0.5 || labels.length >= 90 || shown.has(one.name.toLowerCase())) continue;
      const at = map.latLngToContainerPoint([one.at[1], one.at[0]]);
      const w = textWidth(one.name, `${one.kind === "sea" ? "italic " : ""}12px ${state.font}`) * 1.06 + 6, h = 16;
      const box = [at.x - w / 2, at.y - h / 2, at.x + w / 2, at.y + h / 2];
      if (box[0] < 0 || box[1] < 0 || box[2] > size.x || box[3] > size.y) continue;
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ box, text: one.name, className: `dl-${one.kind}` });
    }
    return labels;
  }

  function relabel(map) {
    const state = states.get(map);
    const taken = [];
    const labels = [...placeLabels(map, state, taken), ...baseLabels(map, state, taken)];
    const nodes = labels.map((label) => {
      const node = element("span", `dl-label ${label.className}`);
      node.append(element("span", "dl-name", label.text));
      for (const [sign, count] of label.acts || []) node.append(element("b", `dl-act ${TONES[sign]}`, `${sign}${count}`));
      const at = map.containerPointToLayerPoint([label.box[0], label.box[1]]);
      L.DomUtil.setPosition(node, at);
      if (label.layer) {
        L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); choose(label.layer); });
      }
      return node;
    });
    map.getPane("dl-labels").replaceChildren(...nodes);
  }

  // ---- view and legend --------------------------------------------------------------------------------------

  function view(map, state, fit) {
    if (state.fitted === fit.key || !map.getSize().x) return;
    state.fitted = fit.key;
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(`dateline-view ${fit.key}`)); } catch { /* no storage: no memory */ }
    if (kept && isFinite(kept[0]) && isFinite(kept[1]) && isFinite(kept[2])) {
      map.setView([kept[0], kept[1]], kept[2], { animate: false });
    } else if (fit.bounds) {
      map.fitBounds(fit.bounds, { padding: [36, 36], maxZoom: 7, animate: false });
    }
    state.remember = true;
  }

  function remember(map, state) {
    if (!state.remember) return;
    const at = map.getCenter();
    try {
      sessionStorage.setItem(`dateline-view ${state.fitted}`, JSON.stringify([at.lat, at.lng, map.getZoom()]));
    } catch { /* no storage: no memory */ }
  }

  /* Two buttons: where it happens, and all places, of which some may lie far off. */
  function viewButtons(map, state) {
    const control = L.control({ position: "topright" });
    control.onAdd = () => {
      const bar = element("div", "leaflet-bar dl-views");
      for (const [text, title, which] of [["Scene", "Show where it happens", "bounds"], ["All", "Show all places", "all"]]) {
        const button = element("button", null, text);
        button.type = "button";
        button.title = title;
        button.setAttribute("aria-label", title);
        button.addEventListener("click", () => {
          const bounds = state.payload && state.payload.fit[which];
          if (bounds) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 7 });
        });
        bar.append(button);
      }
      L.DomEvent.disableClickPropagation(bar);
      return bar;
    };
    control.addTo(map);
  }

  function legend(map, state) {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const box = element("details", "dl-legend");
      box.open = map.getSize().x > 760 && map.getSize().y > 480;
      box.append(element("summary", null, "Legend"));
      for (const [sign, words] of state.options.legend) {
        const row = element("div");
        row.append(element("i", `dl-sign dl-sign-${sign}`), element("span", null, words));
        box.append(row);
      }
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    control.addTo(map);
  }

  /* Coarse land at once, in its place the countries as soon as they have come: they are ten times as many bytes. */
  function drawLand(map, state) {
    const colours = state.options.colours;
    const draw = (data, weight) =>
      L.geoJSON(data, {
        pane: "dl-land", interactive: false, renderer: L.canvas({ pane: "dl-land", padding: 0.6 }), smoothFactor: 0.8,
        style: { color: colours.border, weight, fillColor: colours.land, fillOpacity: 1 },
      }).addTo(map);
    const countries = json(state, "countries").then((data) => { draw(data, 0.8); state.fine = true; });
    const coarse = json(state, "land").then((data) => (state.fine ? null : draw(data, 0.4)));
    Promise.all([countries, coarse]).then(([, layer]) => { if (layer) layer.remove(); });
  }

  function streets(map, state, wanted) {
    if (Boolean(state.streets) === Boolean(wanted)) return;
    if (wanted) {
      state.streets = L.tileLayer(STREETS, { maxZoom: 19, attribution: STREETS_BY }).addTo(map);
    } else {
      state.streets.remove();
      state.streets = null;
    }
    map.setMaxZoom(wanted ? 18 : state.options.maxZoom);
  }

  // ---- what Python calls ------------------------------------------------------------------------------------

  /* options: {static, colours, legend, maxZoom, dark} */
  function base(map, options) {
    const state = { options, marks: new Map(), selected: null };
    states.set(map, state);
    const root = map.getContainer();
    // folium forbids the reader to enlarge the page.
    for (const one of document.querySelectorAll("meta[name=viewport]")) one.content = "width=device-width, initial-scale=1";
    root.classList.add("dl-map");
    for (const [name, colour] of Object.entries(options.colours)) root.style.setProperty(`--dl-${name}`, colour);
    state.font = getComputedStyle(root).fontFamily;
    for (const [name, z] of [["dl-land", 150], ["dl-areas", 350], ["dl-candidates", 440], ["dl-marks", 450], ["dl-labels", 640]]) {
      map.createPane(name).style.zIndex = z;
    }
    state.svg = L.svg({ pane: "dl-marks", padding: 0.5 });
    state.candidateSvg = L.svg({ pane: "dl-candidates", padding: 0.5 });
    map.attributionControl.setPrefix(false).addAttribution(ATTRIBUTION);
    map.zoomControl.setPosition("topright");
    viewButtons(map, state);
    legend(map, state);
    drawLand(map, state);
    json(state, "labels").then((names) => { state.names = names; relabel(map); });
    map.on("moveend zoomend resize", () => { relabel(map); remember(map, state); });
    map.on("popupopen", (event) => {
      // What scrolls has to be reachable by keyboard.
      const content = event.popup.getElement().querySelector(".leaflet-popup-content");
      if (content.scrollHeight > content.clientHeight) content.tabIndex = 0;
    });
    new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (state.payload) view(map, state, state.payload.fit);
    }).observe(root);
  }

  /* payload: {key, features, areas, selected, candidates, fit: {key, bounds, all}, tiles} */
  function show(map, payload) {
    const state = states.get(map), other = !state.payload || state.payload.key !== payload.key;
    const before = state.selected;
    state.payload = payload;
    state.selected = payload.selected;
    streets(map, state, payload.tiles);
    if (other) {
      if (state.places) state.places.remove();
      state.places = placesLayer(map, state, payload.features);
      drawAreas(map, state, payload.areas);
    } else {
      for (const id of new Set([before, state.selected])) {
        const layer = state.marks.get(id);
        if (layer) layer.setStyle(markStyle(state, layer.feature));
      }
      for (const [area, layer] of state.areaLayers || []) layer.setStyle(() => areaStyle(state, area));
    }
    drawCandidates(map, state, payload.candidates);
    view(map, state, payload.fit);
    const chosen = state.marks.get(payload.selected);
    if (chosen) {
      if (!chosen.feature.properties.area) chosen.bringToFront(); // a country's mark would hide its capital's
      if (!map.getBounds().contains(chosen.getLatLng())) map.panTo(chosen.getLatLng(), { animate: false });
    } else if (before) { // cleared; a popup that a click has just opened stays until Python has taken the click up
      map.closePopup();
    }
    relabel(map);
  }

  window.datelineMap = { base, show };
})();
