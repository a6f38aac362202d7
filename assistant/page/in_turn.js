// Of what is sent to Python in a row, the last is shown.
(() => {
  // One after the other, each once what the one before asked for is drawn: of two on their way at
  // once either may come last, and it is the last that counts. One that never comes holds up none.
  const LOST_MS = 2000;
  const inTurn = () => {
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
    return { add, next };
  };

  youju.inTurn = inTurn;
})();
