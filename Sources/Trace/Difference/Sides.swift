import Wire

/// One of two runs, with what a comparison looks up in it.
final class Side {
  let beats: Beats
  let trace: Trace
  private(set) lazy var secrets = SecretIndex(trace)
  /// The same with all that was drawn besides: what another seed makes otherwise.
  private lazy var draws = SecretIndex(
    trace.secrets + numbers, of: (0..<trace.secrets.count + numbers.count).map { SecretID($0) })
  private let stores: [String]

  init(_ beats: Beats) {
    self.beats = beats
    trace = beats.trace
    stores = beats.trace.stores.indices.map { beats.trace.label(of: StoreID($0)) }
  }

  private var numbers: [Secret] {
    trace.identifiers.enumerated().map { index, value in
      Secret(
        name: "number#\(index + 1)", kind: .transaction, value: value, owner: nil,
        mintedAt: Address(step: StepID(""), path: SendPath()), derivedFrom: nil)
    }
  }

  /// The text with the name of each draw in its place.
  func maskingDraws(_ text: String) -> String { draws.mask(text) }

  func place(of change: StoreChange, maskingDraws isMasked: Bool) -> RowPlace {
    let label = trace.label(of: change.key)
    return RowPlace(
      store: stores[Int(change.store.index)], label: isMasked ? maskingDraws(label) : label)
  }
}

/// The run at hand and the one that it is compared with.
struct Sides {
  let here: Side
  let there: Side

  /// Runs of one seed draw the same secrets, so that bytes can be compared; in others the secrets'
  /// names take their place.
  var isSameSeed: Bool { here.trace.identity.seed == there.trace.identity.seed }

  func same(_ left: String, _ right: String) -> Bool {
    if left.hasSameBytes(as: right) { return true }
    return !isSameSeed && here.maskingDraws(left) == there.maskingDraws(right)
  }

  func place(of change: StoreChange, on side: Side) -> RowPlace {
    side.place(of: change, maskingDraws: !isSameSeed)
  }

  /// A row's fields that differ, or nil when none does.
  func sameRow(_ left: Row?, _ right: Row?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.count == right.count
      && zip(left, right).allSatisfy { $0.name == $1.name && same($0.value, $1.value) }
  }

  /// Two values for a sentence: secrets by name, cut to where they part; nil when it is their
  /// secrets alone that differ.
  func shownApart(_ left: String, _ right: String) -> (String, String)? {
    let a = Array(here.secrets.mask(left).unicodeScalars)
    let b = Array(there.secrets.mask(right).unicodeScalars)
    guard a != b else { return nil }
    let common = zip(a, b).prefix { $0 == $1 }.count
    return (Self.shown(a, from: common), Self.shown(b, from: common))
  }

  /// All of a short text, of a long one what surrounds a place.
  private static func shown(_ text: [Unicode.Scalar], from place: Int) -> String {
    let longest = 48
    let lead = 12
    if text.isEmpty { return "(empty)" }
    let start = text.count > longest && place > lead ? place - lead : 0
    let end = min(text.count, start + longest)
    var out = String.UnicodeScalarView()
    out.append(contentsOf: text[start..<end])
    return (start > 0 ? "..." : "") + String(out) + (end < text.count ? "..." : "")
  }

  /// The steps of both runs in the order of the run at hand; those of the other run alone stand
  /// behind the step that they follow there.
  func alignedSteps() -> [(Int?, Int?)] {
    Alignment.pairs(here.trace.steps.map(\.id), there.trace.steps.map(\.id))
  }

  /// A value with its secrets by their names.
  func masked(here value: String?) -> String? { value.map { here.secrets.mask($0) } }
  func masked(there value: String?) -> String? { value.map { there.secrets.mask($0) } }

  func missingStep(_ left: Int?, _ right: Int?) -> Difference {
    let (side, step) = left.map { (here, $0) } ?? (there, right ?? 0)
    let id = side.trace.steps[step].id
    return Difference(
      area: .message, address: Address(step: id, path: SendPath()),
      here: left.map { here.beats.indices(ofStep: $0).lowerBound },
      there: right.map { there.beats.indices(ofStep: $0).lowerBound },
      words: "step \(id) only \(left == nil ? "there" : "here")")
  }
}
