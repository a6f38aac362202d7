// Asking: one question at a time, whichever way it is sent; what is sent too early waits; what
// another tab keeps is taken over. Drawing the conversation is what shows where things stand.
(() => {
  const { all, box, forget, form, listen, local, made, opened, questionOf, redrawn } = youju;
  const { refocusing, rest, settled } = youju;

  const edit = (button, trigger) => {
    const { turn, note, ...labels } = button.dataset;
    const value = questionOf(button);
    const ask = (question) => {
      if (!question) return;
      const shown = document.querySelector("#source .source")?.dataset.turn;
      const goes = shown && Number(shown) >= Number(turn);  // the answer whose quote is open
      if (goes) document.querySelector("#source .close").click();
      trigger("revise", { turn, question });
      const shownAt = button.closest(".turn");
      while (shownAt.nextElementSibling) shownAt.nextElementSibling.remove();
      youju.sign(question, shownAt);
    };
    const said = { value, note, label: button.textContent, ...labels };
    begun(button, form(button.closest(".question"), said, ask, alone));
  };

  const amend = (button, trigger) => {
    const { turn, rating, value = "", label, save, cancel } = button.dataset;
    const rate = (reason) => trigger("rate", { turn, rating, reason });
    begun(button, form(button.closest(".answer"), { value, label, save, cancel }, rate, alone));
  };
  const reason = (button, trigger, { turn, rating }) => {
    if (button.ariaPressed !== "true") return amend(button, trigger);
    alone(button, () => trigger("rate", { turn, rating }));  // withdraws it
  };

  // A form goes on when the conversation is drawn anew meanwhile, as by an answer that comes.
  let open;  // of which button of which question it is, and its field
  const begun = (button, area) => {
    if (!area) return;
    const { do: what, turn } = button.dataset;
    open = { what, turn, area, asked: questionOf(button) };
    area.parentElement.addEventListener("close", () => (open = undefined));
  };
  redrawn.push((trigger) => {
    if (!open || open.area.isConnected) return;
    const { what, turn, area, asked } = open;
    open = undefined;
    const button = all(`#chat [data-do="${what}"][data-turn="${turn}"]`)
      .find((one) => questionOf(one) === asked);
    if (!button) return;  // another conversation
    const had = document.activeElement;
    button.focus({ preventScroll: true });  // it gets the focus back
    local[what](button, trigger, button.dataset);
    open.area.value = area.value;
    open.area.setSelectionRange(area.selectionStart, area.selectionEnd);
    if (had !== document.body) had.focus({ preventScroll: true });
  });

  // Whether a question is being asked, of whichever conversation.
  const stoppable = () => document.querySelector("#stop:not(.hidden)");

  // Other tabs keep the same conversations: each tells the others what changes in them, and takes
  // over what it is told. Which of them is on the page is each tab's own, and no change.
  const TAB = "youju.tab";
  const DELETED = 20;  // remembered, as in Python
  const ON_ITS_WAY_MS = 10_000;  // what Python gives may be of before another tab told
  const left = JSON.parse(sessionStorage.getItem(TAB));
  const tabs = new BroadcastChannel("youju");
  const talksOf = ({ current, others }) => [current, ...others].filter(({ turns }) => turns.length);
  const jsonOf = (talks) => JSON.stringify([...talks].sort((a, b) => a.id.localeCompare(b.id)));
  let known;  // the conversations as they were told last
  let told;  // by another tab or kept here, lately; `fresh`: not taken over yet
  let send;

  // Of two states of a conversation the later one counts, and the later name. Where it does not
  // rest on the earlier, as after questions in two tabs at once, that one stays too, under an id
  // that every tab gives it.
  const joined = (shelf) => {
    const mine = [shelf.current, ...shelf.others];
    const found = new Map();
    let { current } = shelf;
    (told.fresh ? [...told.talks, ...mine] : [...mine, ...told.talks]).forEach((talk) => {
      const first = found.get(talk.id) ?? talk;
      const [old, late] = first.used < talk.used ? [first, talk] : [talk, first];
      const { name, named } = old;
      found.set(late.id, named > late.named ? { ...late, name, named } : late);
      if (late.after >= old.used || late.used === old.used) return;
      const apart = { ...old, id: `${old.id}-${old.used}` };
      if (!found.has(apart.id)) found.set(apart.id, apart);
      if (old === current) current = apart;
    });
    const deleted = [...new Set([...shelf.deleted, ...told.deleted])].slice(-DELETED);
    deleted.forEach((id) => found.delete(id));
    const id = Math.random().toString(16).slice(2);
    const empty = { id, name: "", named: 0, turns: [], used: 0, after: 0 };
    current = found.get(current.id) ?? { ...current, ...empty };
    found.delete(current.id);
    const others = [...found.values()].filter(({ turns }) => turns.length);
    return { current, others: others.sort((a, b) => a.used - b.used), deleted };
  };
  const takeOver = (shelf) => {
    if (!told) return shelf;
    const all = joined(shelf);
    told.fresh = false;
    const shown = JSON.stringify(all.current.turns) === JSON.stringify(shelf.current.turns);
    if (!shown && !pending()) settled(() => send("show", {}));
    return all;
  };
  const tell = (state) => {
    told = state;
    setTimeout(() => state === told && (told = undefined), ON_ITS_WAY_MS);
  };
  tabs.onmessage = ({ data }) => {
    tell({ ...data, fresh: true });
    known = jsonOf(told.talks);
    send?.("join", {});
  };
  const keeps = (shelf) => {
    sessionStorage.setItem(TAB, JSON.stringify({ ...shelf.current, turns: [] }));
    const talks = talksOf(shelf);
    const now = jsonOf(talks);
    if (told && jsonOf(talksOf(joined(shelf))) !== now) return void send("join", {});
    if (known && now !== known) tabs.postMessage({ talks, deleted: shelf.deleted });
    known = now;
    // Of two events at once the later answer rests on what was before the other: its loss, too.
    tell({ talks, deleted: shelf.deleted });
  };
  // Not before: Gradio ends the stream that brings the answers with the answer to what the link
  // asks, if it asks anything, and drops with it what is sent meanwhile.
  let linked = false;
  const landed = () => {
    linked = true;
    asked = -SIGN_MS;
  };

  // One question at a time, of whichever conversation. It is asked from the click on; the sign of
  // it takes a moment to come.
  const SIGN_MS = 2000;
  let asked = -SIGN_MS;
  const sending = () => performance.now() - asked < SIGN_MS;
  const pending = () => document.querySelector("#chat .pending");
  const elsewhere = () => stoppable() && !pending();
  // Another conversation or scope on its way comes first: the question is meant for that one.
  const CHANGES = "#new, #scope :is([data-do=limit], [data-do=apply]),"
    + " #drawer :is([data-do=choose], [data-do=remove]), [data-do=only]";
  const CHANGE_MS = 10_000;  // one that never comes holds up nothing
  let changing = -CHANGE_MS;
  const moving = () => performance.now() - changing < CHANGE_MS;
  // The same button, where its list has been drawn anew.
  const as = (button) => button.isConnected ? button : youju.all(CHANGES)
    .find((one) => JSON.stringify(one.dataset) === JSON.stringify(button.dataset));
  // A question on its way to Python, or an answer on its way back, comes before it.
  const change = (button, event) => {
    if (youju.signed() || sending()) {
      event.preventDefault();
      event.stopPropagation();
      return void setTimeout(() => as(button)?.click(), POLL_MS);
    }
    const already = button.id === "new" && !document.querySelector("#chat .turn");
    if (!already) changing = performance.now();
  };
  const changed = () => (changing = -CHANGE_MS);
  // An answer goes into the conversations as they are once that one is there, and is on its way to
  // the page from then on.
  const landing = async () => {
    while (moving()) await new Promise(settled);
    asked = performance.now();
  };
  const busy = () => pending() || elsewhere() || sending() || moving();
  // What a button or a form is for, once nothing is asked elsewhere, unless it is gone by then.
  const alone = (used, act) => {
    if (elsewhere() || !linked) return wait(() => used.isConnected && alone(used, act));
    if (busy()) return;
    asked = performance.now();
    act();
  };

  // Each of these draws the conversation, too.
  Object.assign(local, { amend, edit, reason });
  const sent = {
    example: ({ dataset: { question } }) => youju.sign(question),
    retry: (button) => youju.sign(questionOf(button), button.closest(".turn")),
    rate: undefined,
  };
  Object.entries(sent).forEach(([what, show]) => {
    local[what] = (target, trigger, data) => alone(target, () => {
      trigger(what, data);
      show?.(target);
    });
  });

  // What is sent before the index is open, or before the last answer is there, stays where it is,
  // and goes off by itself then.
  const POLL_MS = 30;
  const held = document.documentElement.classList;
  const ready = () => opened() && linked && !busy();
  const typed = () => box()?.value.trim();
  const wait = (act) => {
    if (!held.contains("held")) setTimeout(release, POLL_MS);
    held.add("held");
    later = act;
    const told = document.querySelector("#held") ?? made("p", { id: "held" });
    told.setAttribute("role", "status");
    document.querySelector("#composer").append(told);
    told.textContent = document.querySelector("#brand h1").dataset.held;
  };
  let later;
  const release = () => {
    if (!ready()) return void setTimeout(release, POLL_MS);
    held.remove("held");
    document.querySelector("#held")?.remove();
    settled(later);
  };
  const hold = (event) => {
    const changes = event.type === "click" && event.target.closest?.(CHANGES);
    if (changes) change(changes, event);
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

  // A new question goes to the top of the view, and so does its answer when it comes.
  const chat = (element, trigger, props, watch) => {
    listen(element, trigger);
    send = trigger;
    const refocus = refocusing(element);
    const named = (turn) => ({ at: turn.dataset.turn, asked: questionOf(turn) });
    const isSame = (one, other) => one.at === other?.at && one.asked === other?.asked;
    let waiting;  // the turn whose answer is on its way
    watch("value", () => {
      asked = -SIGN_MS;
      changed();
      youju.arrive();
      redrawn.forEach((mend) => mend(trigger));
      const asking = pending()?.closest(".turn");
      // Another conversation may have a turn in the same place.
      const turn = asking ?? all(".turn", element).find((one) => isSame(named(one), waiting));
      if (turn?.previousElementSibling && !open) turn.scrollIntoView({ block: "start" });
      const answered = Boolean(turn) && !asking;
      element.classList.toggle("arriving", answered);
      if (answered) forget("q");  // once
      if (turn) waiting = asking && named(asking);
      if (!turn) youju.land();
      if (!asking && refocus()) rest();
    });
  };

  Object.assign(youju, { changed, chat, keeps, landed, landing, left, stoppable, takeOver });
})();
