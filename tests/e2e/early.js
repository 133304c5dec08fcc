// Which parts of the notice are seen, from the first paint on.

/** Looks at every frame: once there is a page to see, which parts of the notice are shown, the question and the answer. */
export const WATCH = () => {
  window.seen = [];
  const look = () => {
    const parts = [...document.querySelectorAll('.pp-notice')];
    const shown = parts.map((part) => Number(part.getClientRects().length > 0)).join('');
    if (document.querySelector('.pp-page') && window.seen.at(-1) !== shown) window.seen.push(shown);
    requestAnimationFrame(look);
  };
  look();
};

export const [NOTHING, QUESTION, ANSWER] = ['00', '10', '01'];

/** What was seen in a page of Playwright's or in another engine, without repetitions. */
export const seen = (page) => page.evaluate('window.seen');
