/// Something that a reader can do, by its name in the palette and in a configuration file.
///
/// An open set: each screen handles its own, and a row of the key table says where one means
/// something. A new command is a name here, a row there, and a case on its screen.
package struct Command: Hashable, Sendable {
  package let name: String

  init(_ name: String) { self.name = name }
}

extension Command {
  // Walking
  static let next = Command("next")
  static let back = Command("back")
  static let enter = Command("enter")
  static let leave = Command("leave")
  static let nextAttack = Command("next-attack")
  static let previousAttack = Command("previous-attack")
  static let nextChange = Command("next-change")
  static let previousChange = Command("previous-change")
  static let goTo = Command("go-to")
  static let end = Command("end")
  static let firstDifference = Command("first-difference")

  // Panes
  static let nextPane = Command("next-pane")
  static let previousPane = Command("previous-pane")
  static let sequence = Command("sequence")
  static let message = Command("message")
  static let stores = Command("stores")
  static let token = Command("token")
  static let defences = Command("defences")
  static let zoom = Command("zoom")
  static let otherView = Command("other-view")
  static let down = Command("down")
  static let up = Command("up")
  static let pageDown = Command("page-down")
  static let pageUp = Command("page-up")
  static let deeper = Command("deeper")
  static let shallower = Command("shallower")

  // What if
  static let toggle = Command("toggle")
  static let undo = Command("undo")
  static let branches = Command("branches")
  static let unveil = Command("unveil")
  static let mask = Command("mask")
  static let restart = Command("restart")
  static let tour = Command("tour")
  static let challenges = Command("challenges")

  // Finding places
  static let runTo = Command("run-to")
  static let nextHit = Command("next-hit")
  static let previousHit = Command("previous-hit")
  static let filter = Command("filter")
  static let searchPane = Command("search-pane")

  // Changing messages
  static let tamper = Command("tamper")
  static let ownRequest = Command("own-request")
  static let dropMessage = Command("drop-message")
  static let repeatMessage = Command("repeat-message")
  static let presets = Command("presets")
  static let send = Command("send")
  static let toggleHere = Command("toggle-here")

  // Keeping
  static let nameBranch = Command("name-branch")
  static let deleteBranch = Command("delete-branch")
  static let keepVariant = Command("keep-as-variant")
  static let keepRun = Command("save-run")
  static let export = Command("export")

  // Comparing
  static let compare = Command("compare")
  static let compareWith = Command("compare-with")
  static let nextDifference = Command("next-difference")
  static let previousDifference = Command("previous-difference")

  // The matrix
  static let matrix = Command("matrix")
  static let playAll = Command("play-all")
  static let cancelAttack = Command("cancel-attack")
  static let nextEffect = Command("next-effect")
  static let previousEffect = Command("previous-effect")

  // Library
  static let open = Command("open")
  static let search = Command("search")

  // Token bench
  static let bench = Command("token-bench")
  static let pasteToken = Command("paste-token")
  static let openFile = Command("open-file")
  static let sampleToken = Command("sample-token")
  static let header = Command("header")
  static let claims = Command("claims")
  static let policy = Command("policy")
  static let checks = Command("checks")
  static let edit = Command("edit")
  static let addMember = Command("add-member")
  static let removeMember = Command("remove-member")
  static let editHeader = Command("edit-header")
  static let editPayload = Command("edit-payload")
  static let editSignature = Command("edit-signature")
  static let editToken = Command("edit-token")
  static let stripSignature = Command("strip-signature")
  static let algorithmNone = Command("alg-none")
  static let swapAlgorithm = Command("swap-algorithm")
  static let expire = Command("expire")
  static let extend = Command("extend")
  static let sign = Command("sign")
  static let giveKey = Command("give-key")
  static let forgetKey = Command("forget-key")
  static let reveal = Command("reveal")
  static let why = Command("why")
  static let inside = Command("open-inside")

  // Guide
  static let guide = Command("guide")
  static let decide = Command("decide")
  static let comparison = Command("comparison")
  static let mistakes = Command("mistakes")
  static let checklist = Command("checklist")
  static let words = Command("words")
  static let glossary = Command("words-in-sight")
  static let exportProgress = Command("export-progress")

  // Everywhere
  static let copy = Command("copy")
  static let palette = Command("palette")
  static let help = Command("help")
  static let redraw = Command("redraw")
  static let suspend = Command("suspend")
  static let mouse = Command("mouse")
  static let resume = Command("continue")
  static let quit = Command("quit")
  static let exit = Command("exit")
}
