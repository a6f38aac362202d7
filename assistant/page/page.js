// What the page does by itself: keyboard, scrolling to the quote, copying, editing a question.
// Everything that needs the documents is an event for Python. Served inline, nothing is fetched.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const source = () => document.querySelector("#source .source");
  const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

  // The citations of one answer, in order of their numbers, one for each number.
  const citations = (turn) => all(`#chat .card[data-turn="${CSS.escape(turn)}"]`);

  // Move to the previous or next quote of the answer whose quote is open, or open the first.
  const step = (by) => {
    const open = source();
    const words = open?.querySelector(".find");
    if (words?.value && !open.dataset.n) return find(words, by);
    const turn = open?.dataset.turn || all("#chat .card").at(-1)?.dataset.turn;
    if (!turn) return;
    const cards = citations(turn);
    const at = cards.findIndex((card) => card.dataset.n === open?.dataset.n);
    const next = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))];
    next?.querySelector(".cite")?.click();
  };

  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no clipboard without https, except on this machine
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    if (label === button.dataset.done) return;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  };

  const link = (button) => {
    const { doc, start, end } = source().dataset;
    copy(button, `${location.origin}${location.pathname}?${new URLSearchParams({ doc, start, end })}`);
  };

  // A text field in a box, instead of what the box shows; what it sends is an event for Python.
  const atOnce = (row, act) => act();
  const form = (box, { value, label, save, cancel, note }, done, when = atOnce) => {
    if (box.querySelector(".edit")) return undefined;
    const opener = document.activeElement;
    const area = Object.assign(document.createElement("textarea"), { value, placeholder: label });
    const button = (className, textContent, onclick) =>
      Object.assign(document.createElement("button"), { className, textContent, onclick });
    const row = Object.assign(document.createElement("div"), { className: "edit" });
    const close = () => {
      const elsewhere = typing() && !row.contains(document.activeElement);
      row.remove();
      box.classList.remove("editing");
      if (!elsewhere) opener.focus();
    };
    const send = button("primary", save,
      () => when(row, () => (close(), done(area.value.trim()))));
    const leave = button("quiet", cancel, close);
    area.setAttribute("aria-label", label);
    area.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        send.click();
      }
      if (event.key === "Escape") leave.click();
    };
    row.append(area, send, leave);
    if (note) row.append(Object.assign(document.createElement("p"), { textContent: note }));
    box.classList.add("editing");
    box.append(row);
    area.focus();
    row.scrollIntoView({ block: "nearest" });
    return area;
  };

  const edit = (button, trigger) => {
    const { question: value, place, note, ...labels } = button.dataset;
    const ask = (question) => {
      if (!question) return;
      const { turn } = source()?.dataset ?? {};  // a quote of an answer that goes
      if (turn && Number(turn) >= Number(place)) document.querySelector("#source .close").click();
      trigger("revise", { place, question });
    };
    const said = { value, note, label: button.textContent, ...labels };
    form(button.closest(".question"), said, ask, alone);
  };

  const reason = (button, trigger) => {
    const { place, rating, label, save, cancel } = button.dataset;
    const rate = (reason) => trigger("rate", { place, rating, reason });
    if (button.ariaPressed === "true") return alone(button, rate);  // withdraws it
    form(button.closest(".answer"), { value: "", label, save, cancel }, rate, alone);
  };

  const rename = (button, trigger) => {
    const { id, value, save, cancel } = button.dataset;
    form(button.closest("li"), { value, label: button.textContent, save, cancel },
      (value) => trigger("rename", { id, value }))?.select();
  };

  const local = { copy: (button) => copy(button, button.dataset.copy), link, edit, reason, rename };

  // A file that Python made, given to the browser's downloads.
  const save = ({ name, type, data }) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type }));
    Object.assign(document.createElement("a"), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };

  // Where the focus goes when what had it is gone: to the question box, but on a phone, where that
  // would bring up the keyboard.
  const rest = () => {
    const lost = document.activeElement === document.body;
    if (lost && matchMedia("(hover: hover)").matches) {
      document.querySelector("#question textarea")?.focus({ preventScroll: true });
    }
  };

  // Python draws a part anew, and what had the focus is gone: its twin gets it, if there is one.
  const refocusing = (element) => {
    let had;
    element.addEventListener("focusin", (event) => (had = event.target));
    element.addEventListener("focusout", (event) => {
      const left = event.target;
      setTimeout(() => left.isConnected && had === left && (had = undefined));
    });
    return () => {
      if (!had || had.isConnected || document.activeElement !== document.body) return false;
      const same = ["do", "place", "rating", "turn", "n", "id"].filter((name) => had.dataset[name])
        .map((name) => `[data-${name}="${CSS.escape(had.dataset[name])}"]`).join("");
      had = undefined;
      if (same) element.querySelector(same)?.focus({ preventScroll: true });
      return true;
    };
  };

  // A place is asked for once the one before it is drawn: of two on their way at once either may
  // come last, and it is the last click that counts. A place that never comes holds up none.
  const PLACE_MS = 2000;
  const places = [];
  let opening;
  let sent = 0;
  let afresh = false;  // what is asked for, not more text around what is shown
  const open = (trigger, place) => {
    places.push(() => {
      afresh = !("first" in place);
      trigger("open", { ...place, sent: ++sent });
    });
    if (!opening) openNext();
  };
  const openNext = () => {
    clearTimeout(opening);
    const next = places.shift();
    opening = next && setTimeout(openNext, PLACE_MS);
    next?.();
  };

  // One listener per rendered part: what a button is for stands in its data-do.
  const listen = (element, trigger, close) => {
    element.addEventListener("click", (event) => {
      const stepper = event.target.closest("[data-step]");
      if (stepper) return step(Number(stepper.dataset.step));
      const target = event.target.closest("[data-do]");
      if (!target) return;
      if (target.matches(".card") && getSelection().toString()) return;  // selecting, not opening
      const { do: what, ...data } = target.dataset;
      if (what === "close") return close();
      if (local[what]) return local[what](target, trigger);
      if (ALONE.includes(what)) return alone(target, () => trigger(what, data));
      if (what !== "open") return trigger(what, data);
      open(trigger, { view: source()?.dataset.view, ...data });  // who reads pages goes on so
    });
  };

  const showOpenCitation = () => {
    const { turn, n } = source()?.dataset ?? {};
    all("#chat [data-turn][data-n]").forEach((mark) => {
      const same = mark.dataset.turn === turn && mark.dataset.n === n;
      mark.classList.toggle("is-open", same);
    });
  };

  // On a phone the source lies over the conversation: Back takes it away.
  const narrow = matchMedia("(max-width: 800px)");
  let covering = false;
  if (history.state?.covering) history.replaceState(null, "");  // reloaded, and closed by that
  const cover = (open) => {
    const before = covering;
    covering = open && (covering || narrow.matches);
    if (covering && !before) history.pushState({ covering }, "");
    if (before && !open && history.state?.covering) history.back();
  };
  const uncover = () => {
    if (!covering || history.state?.covering) return;
    covering = false;
    document.querySelector("#source .close")?.click();
  };

  // After the source changed: bring the quote into view, unless it was there before, as when more
  // text is asked for. The text is drawn anew, at its top.
  let scrolled = 0;
  const reveal = (before) => {
    const shown = source();
    document.body.classList.toggle("reading", Boolean(shown));
    cover(Boolean(shown));
    showOpenCitation();
    document.querySelector("#chat .card.is-open")?.scrollIntoView({ block: "nearest" });
    const text = shown?.querySelector(".text");
    if (!text) return { key: "", top: 0 };
    const mark = text.querySelector("mark, .anchor");
    const top = () =>
      mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    const { doc, start, end, view, page } = shown.dataset;
    const key = [doc, start, end, view, page].join(":");
    if (key === before.key && !afresh) text.scrollTop = scrolled + top() - before.top;
    else text.scrollTop = top() - Math.max(24, (text.clientHeight - mark.offsetHeight) / 3);
    afresh = false;
    return { key, top: top() };
  };

  // Whether a question is being asked, of whichever conversation.
  const stoppable = () => document.querySelector("#stop:not(.hidden)");

  // Another tab keeps the same conversations. What it answered is taken over before this one goes
  // on, or the next write from here would drop it; not while something else is looked at, which a
  // reload would begin anew. A question that a link asked is asked once.
  const ANSWERED = "youju.answered";
  let stale = false;
  const answered = () => {
    localStorage.setItem(ANSWERED, String(Date.now()));
    if (new URLSearchParams(location.search).has("q")) history.replaceState(null, "", "?");
  };
  // Whether the page is read anew, instead of what would be written.
  const outdated = () => stale && (location.reload(), true);
  const takeOver = () => {
    const talking = document.body.dataset.room === "talk" && !document.hidden;
    const busy = stoppable() || document.querySelector(".pending, .edit, .drawer, #scope .panel")
      || document.querySelector("#question textarea")?.value;
    if (talking && !busy) outdated();
  };
  window.addEventListener("storage", (event) => (stale ||= event.key === ANSWERED));
  window.addEventListener("focus", takeOver);
  document.addEventListener("visibilitychange", takeOver);

  // Once what Python gave is in every part of the page, not only in the one that tells of it.
  const SETTLED_MS = 50;
  const settled = (then) => setTimeout(then, SETTLED_MS);

  // One question at a time, of whichever conversation. It is asked from the click on; the sign of
  // it takes a moment to come.
  const SIGN_MS = 2000;
  const ALONE = ["example", "retry", "rate"];  // each draws the conversation
  let asked = -SIGN_MS;
  const pending = () => document.querySelector("#chat .pending");
  const elsewhere = () => stoppable() && !pending();
  const busy = () => pending() || elsewhere() || performance.now() - asked < SIGN_MS;
  // What a button or a form is for, once nothing is asked elsewhere, unless it is gone by then.
  const alone = (used, act) => {
    if (elsewhere()) return wait(() => used.isConnected && alone(used, act));
    if (busy()) return;
    asked = performance.now();
    act();
  };

  // What is sent before the index is open, or before the last answer is there, stays where it is,
  // and goes off by itself then.
  const POLL_MS = 30;
  const held = document.documentElement.classList;
  const opened = () => document.querySelector("#chat .welcome, #chat .turn");
  const ready = () => opened() && !busy();
  const typed = () => document.querySelector("#question textarea")?.value.trim();
  const wait = (act) => {
    if (!held.contains("held")) setTimeout(release, POLL_MS);
    held.add("held");
    later = act;
  };
  let later;
  const release = () => {
    if (!ready()) return void setTimeout(release, POLL_MS);
    held.remove("held");
    settled(later);
  };
  const hold = (event) => {
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    const sent = event.target.closest?.(enter ? "#question" : event.key ? "none" : "#send");
    if (!sent || !typed()) return;
    if (ready()) return void (asked = performance.now());
    event.preventDefault();
    event.stopPropagation();
    const kept = typed();
    wait(() => typed() === kept && document.querySelector("#send")?.click());
  };
  document.addEventListener("keydown", hold, true);
  document.addEventListener("click", hold, true);

  // What scripts add to the conversation is gone when Python draws it anew: each adds it again.
  const redrawn = [];

  // A new question goes to the top of the view, and so does its answer when it comes.
  const chat = (element, trigger, props, watch) => {
    listen(element, trigger);
    const refocus = refocusing(element);
    let waiting;  // the turn whose answer is on its way
    watch("value", () => {
      asked = -SIGN_MS;
      arrive();
      redrawn.forEach((mend) => mend(trigger));
      showOpenCitation();
      const asking = pending()?.closest(".turn");
      const turn = asking ?? element.querySelector(`.turn[data-place="${waiting}"]`);
      if (turn?.previousElementSibling) turn.scrollIntoView({ block: "start" });
      element.classList.toggle("arriving", Boolean(waiting) && !asking);
      if (waiting && !asking) answered();
      waiting = asking?.dataset.place;
      if (!asking && refocus()) rest();
    });
  };

  // The place of the next match, from one that is shown; Python finds it, or stays at what is shown.
  let openPlace = () => {};
  const find = (input, by) => {
    const hit = Number(input.dataset.hit);
    const same = input.value === input.getAttribute("value");
    const { page, ...shown } = source().dataset;
    openPlace({ ...shown, find: input.value, hit: same ? Math.max(0, hit + by) : 0 });
  };

  const panel = (element, trigger, props, watch) => {
    let before = { key: "", top: 0 };
    const shown = () => {
      before = reveal(before);
      openNext();
    };
    openPlace = (place) => open(trigger, place);
    listen(element, trigger, () => {
      props.value = "";
      setTimeout(shown);  // `watch` tells of Python's changes only
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing && event.target.matches(".find")) {
        find(event.target, event.shiftKey ? -1 : 1);
      }
    });
    const noted = ({ target }) => target.matches(".text") && (scrolled = target.scrollTop);
    element.addEventListener("scroll", noted, true);  // scrolling does not bubble
    watch("value", shown);
    shown();
  };

  const filter = (element) => element.addEventListener("input", (event) => {
    if (!event.target.matches(".filter")) return;
    const words = event.target.value.trim().toLowerCase();
    all("li", element).forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(words);
    });
  });

  const drawer = (element, trigger, props, watch) => {
    const shown = () => document.body.classList.toggle("drawn", Boolean(element.firstElementChild));
    const close = () => {
      props.value = "";
      setTimeout(shown);
      document.querySelector("#history")?.focus();
    };
    listen(element, trigger, close);
    const refocus = refocusing(element);
    document.addEventListener("pointerdown", (event) => {
      if (element.firstElementChild && !event.target.closest("#drawer, #top")) close();
    });
    watch("value", () => {
      shown();
      const lost = refocus();
      if (!element.contains(document.activeElement)) {
        (element.querySelector(".row") ?? element.querySelector(".close"))?.focus();
      }
      if (lost) rest();
    });
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const by = event.altKey
      ? { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      : typing() ? undefined : { j: 1, k: -1 }[event.key];
    if (by) {
      event.preventDefault();  // Alt+Left would leave the page
      step(by);
    } else if (event.key === "Escape" && !event.target.closest("#question, .edit")) {
      if (document.querySelector(":popover-open")) return;  // closed by the browser itself
      (document.querySelector("#drawer .close") ?? document.querySelector("#source .close"))?.click();
    }
  });

  const brand = (element, trigger, props, watch) => {
    const name = () => {
      const { lang, dataset } = element.querySelector("h1");
      document.documentElement.lang = lang;
      document.title = dataset.title;
    };
    watch("value", name);
    name();
  };

  // One room is shown at a time: the conversation, or what a tab names. Each is filled anew when
  // it is entered, so that it is up to date and speaks the language of the day. The address names
  // it, for links and the browser's own buttons.
  const entering = {};
  const named = () => {
    const room = new URLSearchParams(location.search).get("tab");
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
    takeOver();
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
  window.addEventListener("popstate", () => {
    uncover();
    if (named() !== document.body.dataset.room) go(named());
  });
  // A conversation that was kept goes on at its newest turn, once it is shown; but for a link to a
  // document, which is what is to be read.
  const newest = () => {
    delete entering.talk;
    if (new URLSearchParams(location.search).has("doc")) return;
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
    });
    watch("value", shown);
    shown();
  };

  // A room and what its own script does when Python filled it; a row of a list is found by typing.
  const filled = {};
  const room = (element, trigger, props, watch, upload, name) => {
    entering[name] = () => trigger("enter", {});
    listen(element, trigger);
    filter(element);
    watch("value", () => filled[name]?.(element, trigger, upload));
  };

  window.youju = {
    all, brand, chat, drawer, filled, filter, listen, local, outdated, redrawn, room, save, settled,
    source: panel, stoppable, tabs, visit,
  };
})();
