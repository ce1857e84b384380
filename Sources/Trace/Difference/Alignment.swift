/// Brings two lists of names into lock-step.
enum Alignment {
  /// The places in both lists, in the order of the left one; those of the right list alone stand
  /// behind what they follow there.
  static func pairs<Name: Hashable>(_ left: [Name], _ right: [Name]) -> [(Int?, Int?)] {
    var places: [Name: Int] = [:]
    for (index, name) in right.enumerated() where places[name] == nil { places[name] = index }
    let common = Set(left).intersection(places.keys)
    var out: [(Int?, Int?)] = []
    var next = 0
    func passOver(until end: Int) {
      while next < end {
        if !common.contains(right[next]) { out.append((nil, next)) }
        next += 1
      }
    }
    for (index, name) in left.enumerated() {
      let partner = places[name]
      if let partner { passOver(until: partner) }
      out.append((index, partner))
    }
    passOver(until: right.count)
    return out
  }
}
