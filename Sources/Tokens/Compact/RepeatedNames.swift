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
      if let name = member.value.firstRepeatedName { return name }
    }
    return nil
  }

  /// Below this, comparing names in pairs costs less than making a table of them.
  private var hasFewMembers: Bool { members.count <= 16 }

  private var repeatedNameByPairs: String? {
    members.withUnsafeBufferPointer { members in
      for index in members.indices {
        for earlier in 0..<index
        // Unequal short names, the common case, are told apart without a walk.
        where members[earlier].name == members[index].name
          && members[earlier].name.hasSameBytes(as: members[index].name)
        {
          return members[index].name
        }
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
