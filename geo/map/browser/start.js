// Puts the page together: read the data, draw, and tie everything to one state.
(function (claimline) {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const CONTEXT = { stroke: true, color: "#C9C4B8", weight: 1, fillColor: "#F4F2ED", fillOpacity: 1, interactive: false };

  function drawContext(map, context) {
    const shared = claimline.topology(context);
    context.areas.forEach((area) => L.polygon(shared.polygons(area), { ...CONTEXT, smoothFactor: 1, className: "context" }).addTo(map));
  }

  function tooltip(model, state) {
    return ({ id, name }) => {
      const tip = claimline.element("span");
      const style = model.styles[claimline.codeOn(model.runs[id], state.get().day)];
      tip.append(claimline.element("b", "", name), claimline.element("span", "", claimline.describeStatus(style)));
      return tip;
    };
  }

  /** Unpack what a file has to read, and tie panel, switches and address to it. */
  function open({ head, panel }, model, calendar, state, retell) {
    claimline.unpack(byId("claimline-packed")).then((packed) => {
      const look = (number) => retell(packed.looks[number].tables, { look: number });
      claimline.fillPanel(panel, claimline.openEvidence(packed, model), state);
      head.append(claimline.createSwitches(packed.looks, state, look));
      claimline.createAddress(packed, model, calendar, state, look);
    }).catch((error) => claimline.failPanel(panel, error));
  }

  /** Draw everything on a Leaflet map. */
  function start(map) {
    const model = claimline.readTables(JSON.parse(byId("claimline-data").textContent));
    const calendar = claimline.calendar(model.start);
    const state = claimline.createState({ day: model.day, place: model.place || "", playing: false, loop: false, since: null, look: 0, edition: 0 });
    const own = { ...model };
    const pick = (place) => state.set({ place });

    const alone = byId("claimline-packed") && claimline.createPanel(model); // room is taken before the map is fitted

    document.title = model.title ? `${model.title} · Claimline` : "Claimline";
    const note = "Boundaries are no endorsement" + (model.approximate ? " · areas approximate" : "");
    byId("note").textContent = note;
    byId("credits").querySelector("p").textContent = `${note}. ${model.credits}`;
    claimline.drawLegend(byId("legend"), model);
    byId("legend").open = window.innerWidth > 640;
    claimline.prepareView(map, model);
    drawContext(map, model.context);
    const areas = claimline.drawAreas(map, model, pick, tooltip(model, state));
    const points = claimline.drawPoints(map, model, areas.fillOf, pick, tooltip(model, state));
    const fights = claimline.drawFights(map, model, pick);
    claimline.drawLabels(map, model);

    /** Show the tables of another basis, clock or filter; day, place and view stay. `more` goes into the state. */
    const retell = (tables, more) => {
      Object.assign(model, tables ? claimline.readTables(tables) : own);
      [areas, points, fights].forEach((layer) => layer.renew());
      claimline.drawLegend(byId("legend"), model);
      state.set({ edition: state.get().edition + 1, ...more });
    };
    const show = ({ day, place, since, edition }, before = {}) => {
      if (day !== before.day || edition !== before.edition) [areas, points, fights].forEach((layer) => layer.paint(day));
      if (place !== before.place) areas.choose(place);
      if (since !== null || before.since !== since) [areas, points].forEach((layer) => layer.compare(since, day));
    };
    state.watch(show);
    show(state.get());
    claimline.createCompare(model, calendar, state);
    claimline.createBaseMap(map, model);
    claimline.createOutside(byId("outside"), map, model, state, areas);
    claimline.createTimeline(model, calendar, state, (day) => claimline.describeDay(model, day));
    if (alone) open(alone, model, calendar, state, retell);
    claimline.connectFrame(model, calendar, state, retell);
  }

  Object.assign(claimline, { start });
})(globalThis.claimline = globalThis.claimline || {});
