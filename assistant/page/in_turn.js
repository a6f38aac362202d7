// Of what is sent to Python in a row, the last is shown: one after the other, each once what the one
// before asked for is drawn. Of two on their way at once either may come last.
youju.inTurn = () => {
  const LOST_MS = 2000;  // one that never comes holds up none
  const waiting = [];
  let timer;
  const next = () => {
    clearTimeout(timer);
    const send = waiting.shift();
    timer = send && setTimeout(next, LOST_MS);
    send?.();
  };
  const add = (send) => {
    waiting.push(send);
    if (!timer) next();
  };
  const drop = () => waiting.splice(0);
  return { add, busy: () => Boolean(timer), drop, next };
};
