// The tabs and the rooms behind them.
(() => {
  const { all, asksFor, filled, filter, listen, local, opened, sift, wired } = youju;

  // One room is shown at a time: the conversation, or what a tab names. Each is filled anew when
  // it is entered, so that it is up to date and speaks the language of the day. The address names
  // it, for links and the browser's own buttons.
  const entering = {};
  const named = () => {
    const room = asksFor("tab");
    return all("#tabs [role=tab]").some((tab) => tab.dataset.room === room) ? room : "talk";
  };
  const go = (room) => {
    document.body.dataset.room = room;
    all("#tabs [role=tab]").forEach((tab) => {
      const chosen = tab.dataset.room === room;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    });
    if (opened()) entering[room]?.();
    youju.makeRoom();
  };
  const visit = (room) => {
    if (room !== named()) {
      const address = new URL(location);
      address.searchParams.delete("tab");
      if (room !== "talk") address.searchParams.set("tab", room);
      history.pushState(null, "", address);
    }
    go(room);
  };
  local.visit = ({ dataset: { room } }) => visit(room);
  window.addEventListener("popstate", () => {
    if (named() !== document.body.dataset.room) go(named());
  });
  // A conversation that was kept goes on at its newest turn, once it is shown; but for a link to a
  // document, which is what is to be read.
  const newest = () => {
    delete entering.talk;
    if (asksFor("doc")) return;
    all("#chat .turn").at(-1)?.scrollIntoView({ block: "start" });
  };
  // The first thing that is shown tells that Python knows the language; no room does before.
  let arrived = false;
  const arrive = () => {
    if (arrived || !opened()) return;
    arrived = true;
    entering.talk = newest;
    setTimeout(() => entering[document.body.dataset.room]?.());
  };

  const tabs = (element, trigger, props, watch) => {
    const shown = () => go(document.body.dataset.room ?? named());
    element.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) visit(tab.dataset.room);
    });
    element.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!by || event.altKey) return;
      const row = all("[role=tab]", element);
      const next = row.at((row.indexOf(event.target) + by) % row.length);
      next.focus();
      next.click();
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest("#new, #history")) visit("talk");
      if (event.target.closest("#new")) youju.begin();
    });
    watch("value", shown);
    shown();
  };

  // The rows of a table, and what is drawn, are clicked by keys like a button.
  const press = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches("tr, .column")) return;
    event.preventDefault();
    event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  };

  // A room; a row of a list is found by typing.
  const room = (element, trigger, props, watch, upload, name) => {
    const turns = youju.inTurn();
    const send = (what, data) => {
      if (what !== "show" && what !== "look") return trigger(what, data);
      turns.add(() => trigger(what, data));
    };
    const key = `youju.${name}`;  // what it shows, for this tab to show after a reload
    entering[name] = () => trigger("enter", { kept: JSON.parse(sessionStorage.getItem(key)) });
    listen(element, send);
    filter(element);
    element.addEventListener("keydown", press);
    wired[name]?.(element, send, upload);
    watch("value", () => {
      filled[name]?.(element);
      const kept = element.querySelector("[data-kept]")?.dataset.kept;
      if (kept) sessionStorage.setItem(key, kept);
      youju.showOpen();
      const typed = element.querySelector(".filter")?.value;
      if (typed) sift(element, typed);
      turns.next();
    });
  };

  Object.assign(youju, { arrive, room, tabs, visit });
})();
