/// The style and the script of an exported page.
enum HTMLParts {
  static let style = """
    :root { --ink: #1b1f24; --paper: #fdfdfb; --dim: #5b636d; --line: #d9dce0; --good: #1a6b32;
      --bad: #a4161a; --card: #fff; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --paper: #14171a; --dim: #9aa3ad;
      --line: #343a40; --good: #63c07c; --bad: #ff8a80; --card: #1b1f24; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
    h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
    code, pre, kbd { font: .9em/1.45 ui-monospace, monospace; }
    kbd { border: 1px solid var(--line); border-radius: .2rem; padding: 0 .3em; }
    .name, .keys { color: var(--dim); margin: .2rem 0; }
    .good { color: var(--good); } .bad, .refusal, .refused code { color: var(--bad); }
    section { border: 1px solid var(--line); border-radius: .5rem; background: var(--card);
      padding: 1rem 1.25rem; margin: 1rem 0; }
    section:focus { outline: none; } section.current { border-color: var(--ink); }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
    article { border-left: .2rem solid var(--line); padding-left: .75rem; margin: .5rem 0; }
    article p { margin: .1rem 0; } article.attack { border-color: var(--bad); }
    article code { overflow-wrap: anywhere; }
    .number { color: var(--dim); display: inline-block; min-width: 1.5rem; }
    .arrow { color: var(--dim); } .ask { font-weight: 600; } .why { margin: .75rem 0 0; }
    pre { overflow-x: auto; background: var(--paper); padding: .75rem; border-radius: .35rem; }
    details { margin: .25rem 0; } summary { cursor: pointer; color: var(--dim); }
    table { border-collapse: collapse; font-size: .9rem; width: 100%; }
    td { border-top: 1px solid var(--line); padding: .2rem .5rem .2rem 0; vertical-align: top; }
    tr.fail { color: var(--bad); } tr.not-reached, tr.not-applicable { color: var(--dim); }
    body.stepping section.later { display: none; }
    """

  static let script = """
    (function () {
      var steps = Array.prototype.slice.call(document.querySelectorAll('section.step'));
      var at = 0, stepping = true;
      function show(move) {
        at = Math.max(0, Math.min(steps.length - 1, at));
        document.body.classList.toggle('stepping', stepping);
        steps.forEach(function (step, index) {
          step.classList.toggle('later', index > at);
          step.classList.toggle('current', index === at);
        });
        if (move && steps[at]) { steps[at].focus({ preventScroll: true });
          steps[at].scrollIntoView({ block: 'nearest' }); }
      }
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (event.target.tagName === 'SUMMARY' && event.key === 'Enter') { return; }
        var key = event.key;
        if (key === 'l' || key === 'ArrowRight' || key === 'j') { at += 1; }
        else if (key === 'h' || key === 'ArrowLeft' || key === 'k') { at -= 1; }
        else if (key === 'Home') { at = 0; }
        else if (key === 'End') { at = steps.length - 1; }
        else if (key === 'a') { stepping = !stepping; }
        else { return; }
        event.preventDefault();
        show(true);
      });
      document.querySelector('.keys').hidden = false;
      show(false);
    })();
    """
}
