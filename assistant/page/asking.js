// Asking: one question at a time, whichever way it is sent; what is sent too early waits; what
// another tab answered is taken over. Drawing the conversation is what shows where things stand.
(() => {
  const { all, box, forget, form, listen, local, opened, questionOf, redrawn } = youju;
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

  // Another tab keeps the same conversations. What changes in them there is taken over before this
  // one goes on, or the next write from here would drop it; not while something else is looked at,
  // which a reload would begin anew. Which of them is on the page is each tab's own, and no change,
  // nor is Gradio's writing down what it has just read.
  const CHANGED = "youju.changed";
  const TAB = "youju.tab";
  const left = JSON.parse(sessionStorage.getItem(TAB));  // before what other tabs left is read
  let stale = false;
  let known;
  const keeps = ({ current, others }) => {
    sessionStorage.setItem(TAB, JSON.stringify({ ...current, turns: [] }));
    const kept = [current, ...others].filter(({ turns }) => turns.length);
    const now = JSON.stringify(kept.sort((a, b) => a.id.localeCompare(b.id)));
    if (known && now !== known) localStorage.setItem(CHANGED, String(Date.now()));
    known = now;
  };
  // Not before: Gradio ends the stream that brings the answers with the answer to what the link
  // asks, if it asks anything, and drops with it what is sent meanwhile.
  let linked = false;
  // Whether the page is read anew, instead of what would be written; what is typed stays, and
  // `again` is clicked then.
  const AGAIN = "youju.again";
  const outdated = (again = "") => {
    if (!stale) return false;
    sessionStorage.setItem(AGAIN, again);
    location.reload();
    return true;
  };
  const again = () => {
    linked = true;
    const clicked = sessionStorage.getItem(AGAIN);
    sessionStorage.removeItem(AGAIN);
    if (clicked) document.querySelector(clicked).click();
  };
  const takeOver = () => {
    const talking = document.body.dataset.room === "talk" && !document.hidden;
    const busy = stoppable() || document.querySelector(".pending, .edit, .drawer, #scope .panel")
      || box()?.value;
    if (talking && !busy) outdated();
  };
  window.addEventListener("storage", (event) => (stale ||= event.key === CHANGED));
  window.addEventListener("focus", takeOver);
  document.addEventListener("visibilitychange", takeOver);

  // One question at a time, of whichever conversation. It is asked from the click on; the sign of
  // it takes a moment to come.
  const SIGN_MS = 2000;
  let asked = -SIGN_MS;
  const pending = () => document.querySelector("#chat .pending");
  const elsewhere = () => stoppable() && !pending();
  // Another conversation or scope on its way comes first: the question is meant for that one.
  const CHANGES = "#new, #scope :is([data-do=limit], [data-do=apply]),"
    + " #drawer :is([data-do=choose], [data-do=remove]), [data-do=only]";
  const CHANGE_MS = 10_000;  // one that never comes holds up nothing
  let changing = -CHANGE_MS;
  const change = (button) => {
    const already = button?.id === "new" && !document.querySelector("#chat .turn");
    if (button && !already) changing = performance.now();
  };
  const changed = () => (changing = -CHANGE_MS);
  const busy = () => pending() || elsewhere() || performance.now() - asked < SIGN_MS
    || performance.now() - changing < CHANGE_MS;
  // What a button or a form is for, once nothing is asked elsewhere, unless it is gone by then.
  const alone = (used, act) => {
    if (elsewhere() || !linked) return wait(() => used.isConnected && alone(used, act));
    if (busy() || outdated()) return;
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
  };
  let later;
  const release = () => {
    if (!ready()) return void setTimeout(release, POLL_MS);
    held.remove("held");
    settled(later);
  };
  const hold = (event) => {
    const opens = event.type === "click" && event.target.closest?.("#new, #history");
    if (opens && !stoppable() && outdated(`#${opens.id}`)) return event.stopPropagation();
    if (event.type === "click") change(event.target.closest?.(CHANGES));
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    const sent = event.target.closest?.(enter ? "#question" : event.key ? "none" : "#send");
    if (!sent || !typed()) return;
    const free = ready();
    if (free && !stale) return void (asked = performance.now());
    event.preventDefault();
    event.stopPropagation();
    if (free) return outdated("#send");
    const kept = typed();
    wait(() => typed() === kept && document.querySelector("#send")?.click());
  };
  document.addEventListener("keydown", hold, true);
  document.addEventListener("click", hold, true);

  // A new question goes to the top of the view, and so does its answer when it comes.
  const chat = (element, trigger, props, watch) => {
    listen(element, trigger);
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

  Object.assign(youju, { again, changed, chat, keeps, left, outdated, stoppable, takeOver });
})();
