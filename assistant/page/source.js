// The source beside the conversation: which quote is open, the way to its neighbours, bringing it
// into view, the words looked for in the document.
(() => {
  const { all, forget, inTurn, listen, local, narrow, redrawn, rest, resting, typing } = youju;
  const source = () => document.querySelector("#source .source");

  // Whether a quote or a match is open that has neighbours.
  const steppable = () =>
    isShown() && Boolean(source().dataset.n || source().querySelector(".find")?.value);

  // Move to the previous or next match, or quote of the same answer.
  const step = (by) => {
    const { turn, n, find: words } = coming() ?? source().dataset;
    if (coming() && !n && !words) return;  // a section on its way
    if (!n || words) return find(source().querySelector(".find"), by);
    const cards = all(`#chat .card[data-turn="${CSS.escape(turn)}"]`);
    const at = cards.findIndex((card) => card.dataset.n === n);
    cards[Math.max(0, at + by)]?.querySelector(".cite").click();
  };

  local.step = ({ dataset: { by } }) => step(Number(by));

  const places = inTurn();
  let sent = 0;
  let afresh = false;  // what is asked for, not more text around what is shown
  let typed;  // to be found: called off where something else is opened
  let last;  // of what is sent; the next step goes on from there, however quick it is
  const coming = () => (places.busy() ? last : undefined);
  let within = false;  // whether the focus was here when it was sent
  const open = (trigger, place) => {
    typed?.callOff();
    last = place;
    places.add(() => {
      within = Boolean(document.activeElement.closest("#source"));
      afresh = !("first" in place);
      trigger("open", { ...place, sent: ++sent });
    });
  };

  // It lies beside the room that it was opened from; the others have the page to themselves.
  let beside;
  const isShown = () => Boolean(source()) && beside === document.body.dataset.room;
  const makeRoom = () => {
    const shown = isShown();
    document.body.classList.toggle("reading", shown);
    cover(shown);
  };

  const USELESS = "body, :disabled, li *";  // the last quote, a section that was chosen
  let focused = "";  // what has the focus once the source is drawn anew
  let opener;  // to be kept in view when the source takes its room
  let from;  // what has the focus again once the source is closed
  local.open = (target, trigger, place) => {
    typed?.forget();
    if (!target.closest("#source")) {
      from = opener = target;
      if (target.matches(":focus-visible")) focused = ".text";  // who uses the keys reads on there
      leave(place);
      beside = document.body.dataset.room;
    }
    open(trigger, { view: source()?.dataset.view, ...place });  // who reads pages goes on so
  };

  // The quote that was opened, to come back to from what the source itself leads to.
  let home;
  const leave = (place) => (home = Number(place.end) > Number(place.start) ? place : undefined);
  local.back = (button, trigger) => {
    focused = ".text";
    open(trigger, { view: source().dataset.view, ...home });
  };
  const offerBack = ({ dataset: { doc, start, end, check, sent } }) => {
    if (!sent) leave({ doc, start, end, check });  // a link led here
    const moved = home && doc && (home.doc !== doc || home.start !== start);
    source().querySelector(".back").hidden = !moved;
  };

  // What the source shows: a quote of the conversation by its number, in a room by its place.
  const QUOTED = ["turn", "n"];
  const PLACED = ["doc", "start", "end"];
  const showOpen = () => {
    const { dataset = {} } = source() ?? {};
    const mark = (selector, names) => all(selector).forEach((one) => {
      const same = names.every((name) => one.dataset[name] === dataset[name]);
      one.classList.toggle("is-open", same);
      one.ariaCurrent = same ? "true" : null;
    });
    mark("#chat [data-turn][data-n]", QUOTED);
    mark(".room [data-do=open][data-end]", PLACED);
  };

  redrawn.push(showOpen);

  // Esc takes away what lies open within the source, before the source itself.
  const fold = () => {
    const contents = source()?.querySelector("details[open]");
    const input = source()?.querySelector(".find");
    if (contents) {
      contents.open = false;
      contents.querySelector("summary").focus();
    } else if (input?.value) {
      input.value = "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    } else return false;
    return true;
  };

  // On a phone the source lies over the conversation: Back takes it away.
  let covering = false;
  if (history.state?.covering) history.replaceState(null, "");  // reloaded, and closed by that
  const cover = (open) => {
    const before = covering;
    covering = open && (covering || narrow.matches);
    if (covering && !before && !history.state?.covering) history.pushState({ covering }, "");
    if (before && !open && history.state?.covering) history.back();
  };
  // A link's document that was closed does not come back with a reload.
  const unlink = () => forget("doc", "start", "end", "check");
  const uncover = () => {
    if (!source()) unlink();
    if (!covering || history.state?.covering) return;
    covering = false;
    document.querySelector("#source .close")?.click();
  };
  window.addEventListener("popstate", uncover);

  // After the source changed: bring the quote into view, unless it was there before, as when more
  // text is asked for. The text is drawn anew, at its top.
  let scrolled = 0;
  const reveal = (before) => {
    const shown = source();
    beside = shown ? beside ?? document.body.dataset.room : undefined;  // of a link: where it leads
    makeRoom();
    showOpen();
    if (shown) offerBack(shown);
    youju.paintFound(shown);
    if (within && document.activeElement.matches(USELESS)) focused ||= ".text";
    within = false;
    if (focused) shown?.querySelector(focused)?.focus({ preventScroll: true });
    if (shown && focused === ".find") typed.goOn(shown.querySelector(".find"));
    focused = "";
    (document.querySelector("#chat .card.is-open") ?? opener)?.scrollIntoView({ block: "nearest" });
    opener = undefined;
    if (before.key && !shown) unlink();
    const text = shown?.querySelector(".text");
    if (!text) return { key: "", top: 0 };
    const mark = text.querySelector("mark, .anchor");
    const top = () =>
      mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    const { doc, start, end, view, page } = shown.dataset;
    const key = [doc, start, end, view, page].join(":");
    if (key === before.key && !afresh) text.scrollTop = scrolled + top() - before.top;
    else {
      const covered = mark.closest("table")?.tHead?.offsetHeight ?? 0;  // stays at the top
      const above = Math.max(24 + covered, (text.clientHeight - mark.offsetHeight) / 3);
      text.scrollTop = top() - above;
    }
    afresh = false;
    return { key, top: top() };
  };

  // The place of the next match, from one that is shown, or of the nearest to what is shown; Python
  // finds it, or stays.
  let openPlace = () => {};
  const find = (input, by) => {
    const drawn = { find: input.getAttribute("value"), hit: input.dataset.hit };
    const { find: words, hit } = coming()?.find ? coming() : drawn;
    const same = input.value === words && hit !== "";
    const { page, ...shown } = source().dataset;
    if (document.activeElement === input) focused = ".find";
    openPlace({ ...shown, find: input.value, hit: same ? Math.max(0, Number(hit) + by) : "" });
  };

  const panel = (element, trigger, props, watch) => {
    let before = { key: "", top: 0 };
    const shown = () => {
      before = reveal(before);
      places.next();
    };
    openPlace = (place) => open(trigger, place);
    let closed = 0;  // what was sent by then does not open it again
    listen(element, trigger, () => {
      places.drop();
      closed = sent;
      if (element.contains(document.activeElement)) {
        document.activeElement.blur();
        (from?.querySelector(".cite") ?? from)?.focus({ preventScroll: true });
        rest();
      }
      unlink();  // at once: the page may be reloaded as soon as it looks closed
      props.value = "";
      setTimeout(shown);  // `watch` tells of Python's changes only
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing && event.target.matches(".find")) {
        find(event.target, event.shiftKey ? -1 : 1);
      }
    });
    typed = resting(element, ".find", (input) => input.isConnected && find(input, 0));
    const noted = ({ target }) => target.matches(".text") && (scrolled = target.scrollTop);
    element.addEventListener("scroll", noted, true);  // scrolling does not bubble
    watch("value", () => {
      const late = Number(source()?.dataset.sent || Infinity) <= closed;
      if (!late) return shown();
      props.value = "";
      setTimeout(shown);
    });
    shown();
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || typing() || !steppable()) return;
    // Single letters are for who is in the source: elsewhere they may mean something to others.
    const letters = event.target.closest("#source") ? { j: 1, k: -1 } : {};
    const by = (event.altKey ? { ArrowLeft: -1, ArrowRight: 1 } : letters)[event.key];
    if (!by) return;
    event.preventDefault();  // Alt+Left would leave the page
    step(by);
  });

  Object.assign(youju, { fold, makeRoom, showOpen, source: panel });
})();
