// Shows the notice with the first paint where there is no answer and no Global Privacy Control. A press is answered at
// once, and kept in the tab until the page's program takes it up: what follows from it is decided there.
{
  const { key } = document.currentScript.dataset;
  const isSettled = () => {
    try {
      return (localStorage.getItem(key) ?? sessionStorage.getItem(key)) !== null;
    } catch {
      // Where storage is blocked, the program asks.
      return true;
    }
  };

  if (self.WebAssembly?.instantiate && !navigator.globalPrivacyControl && !isSettled()) {
    const { body } = document;
    const [question, answer] = body.querySelectorAll('.pp-notice');
    const buttons = body.querySelectorAll('.pp-notice button');
    const said = answer.querySelectorAll('[hidden]');
    const link = answer.querySelector('a');
    let pressed;
    const keep = (press) => {
      self.partnerProfilePressed = pressed = press;
      try {
        sessionStorage.setItem(key, press);
      } catch {
        // The page keeps it.
      }
    };
    // Scrolling to it would lay out the page first. The page may not be there yet.
    const focus = (part) => body.querySelector(`${part} [tabindex]`)?.focus({ preventScroll: true });
    const leave = (element) => {
      if (element.contains(document.activeElement)) focus('.pp-page');
      element.hidden = true;
      if (element !== link) delete body.dataset.notice;
    };
    buttons.forEach((button, index) => (button.onclick = () => {
      if (index > 1) {
        leave(answer);
        keep(`${pressed},hidden`);
      } else {
        keep(`${index},${Date.now()}`);
        question.hidden = true;
        answer.hidden = said[index].hidden = false;
        focus('.pp-notice');
      }
    }));
    // Called when the program has started or failed. Where it has failed, nothing can be changed under the link.
    const end = (self.partnerProfileNotice = (failed) => {
      clearTimeout(timer);
      if (failed) {
        said[2].hidden = false;
        leave(pressed ? link : question);
      } else {
        link.hidden = false;
        buttons.forEach((button) => (button.onclick = null));
      }
    });
    const timer = setTimeout(end, 10_000, true);
    question.hidden = false;
    // The style sheets go by these: a rule about what is hidden would cost each press time.
    body.dataset.notice = body.dataset.lazySections = '';
  }
}
