/// Everything that a reader can do; the raw value is the name in the palette and in a
/// configuration file.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Walking
  case next, back, enter, leave
  case nextAttack = "next-attack"
  case previousAttack = "previous-attack"
  case nextChange = "next-change"
  case previousChange = "previous-change"
  case goTo = "go-to"
  case end
  case firstDifference = "first-difference"
  // Panes
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case sequence, message, stores, token, defences
  case zoom
  case otherView = "other-view"
  case down, up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case deeper, shallower
  // What if
  case toggle, undo, branches
  case unveil
  case restart
  case tour
  // Finding places
  case runTo = "run-to"
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case filter
  // Changing messages
  case tamper
  case ownRequest = "own-request"
  case dropMessage = "drop-message"
  case repeatMessage = "repeat-message"
  case presets, send
  case toggleHere = "toggle-here"
  // Keeping
  case nameBranch = "name-branch"
  case keepVariant = "keep-as-variant"
  case keepRun = "save-run"
  case export
  // Comparing
  case compare
  case compareWith = "compare-with"
  case nextDifference = "next-difference"
  case previousDifference = "previous-difference"
  // The matrix
  case matrix
  case playAll = "play-all"
  case nextEffect = "next-effect"
  case previousEffect = "previous-effect"
  // Library
  case open, search
  // Token bench
  case bench = "token-bench"
  case pasteToken = "paste-token"
  case openFile = "open-file"
  case sampleToken = "sample-token"
  case header, claims, policy, checks
  case edit
  case addMember = "add-member"
  case removeMember = "remove-member"
  case editHeader = "edit-header"
  case editPayload = "edit-payload"
  case editSignature = "edit-signature"
  case editToken = "edit-token"
  case stripSignature = "strip-signature"
  case algorithmNone = "alg-none"
  case swapAlgorithm = "swap-algorithm"
  case expire, extend
  case sign
  case giveKey = "give-key"
  case forgetKey = "forget-key"
  case reveal, why
  case inside = "open-inside"
  // Guide
  case guide, decide, comparison, mistakes, checklist, words
  // Everywhere
  case copy, palette, help, redraw, suspend, quit, exit
}
