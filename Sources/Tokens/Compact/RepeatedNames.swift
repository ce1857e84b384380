import Wire

extension JSONObject {
  /// The first name that stands twice in one object, at any depth.
  var firstRepeatedName: String? {
    if hasFewMembers {
      if let name = repeatedNameByPairs { return name }
    } else if let name = duplicates.first {
      return name
    }
    for member in members {
      switch member.value {
      case .null, .bool, .number, .string: continue
      case .array, .object:
        if let name = member.value.firstRepeatedName { return name }
      }
    }
    return nil
  }

  /// Below this, comparing names in pairs costs less than making a table of them.
  private var hasFewMembers: Bool { members.count <= 16 }

  private var repeatedNameByPairs: String? {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: members.count) { keys in
      for index in members.indices {
        let key = members[index].name.shortKey
        for earlier in 0..<index
        // Names of one key are the same only where all their bytes are.
        where keys[earlier] == key && members[earlier].name.hasSameBytes(as: members[index].name) {
          return members[index].name
        }
        keys.initializeElement(at: index, to: key)
      }
      return nil
    }
  }
}

extension JSONValue {
  fileprivate var firstRepeatedName: String? {
    switch self {
    case .null, .bool, .number, .string: return nil
    case .array(let elements):
      for element in elements {
        if let name = element.firstRepeatedName { return name }
      }
      return nil
    case .object(let object): return object.firstRepeatedName
    }
  }
}

extension String {
  /// The bytes of a name of up to seven as one number, under a leading one; of a longer name its
  /// length and first bytes. Names that are compared often are told apart by it in one step.
  var shortKey: UInt64 {
    withBytes { bytes in
      var key: UInt64 = bytes.count > 7 ? UInt64(truncatingIfNeeded: bytes.count) | 0x80 : 1
      for index in 0..<min(7, bytes.count) { key = key << 8 | UInt64(bytes[index]) }
      return key
    }
  }
}
